"""A deferred renderer: a scene, a camera and a time become a frame."""
