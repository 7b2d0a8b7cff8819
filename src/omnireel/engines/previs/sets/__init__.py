"""Places to film in, by parameters: each module builds one `Set`."""
