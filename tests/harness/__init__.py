"""What tests stand on: databases from a template, real processes, a browser. Not itself tested site code."""
