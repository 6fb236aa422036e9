"""The configuration of web servers: headers, redirects, and the security policy that every page keeps."""
