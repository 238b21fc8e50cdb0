"""Pictures of the view: files, clipboard and printer."""
