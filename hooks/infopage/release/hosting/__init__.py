"""What servers are told: headers, redirects, and the policy that every page keeps."""
