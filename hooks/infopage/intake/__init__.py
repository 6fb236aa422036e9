"""What comes in from elsewhere: other texts into the Markdown and headers of this model."""
