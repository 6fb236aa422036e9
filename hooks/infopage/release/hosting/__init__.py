"""The configuration of web servers: headers, redirects, and the Content-Security-Policy that every page keeps."""
