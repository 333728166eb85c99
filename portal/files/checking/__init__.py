"""Judges an upload by its content, in a child process with limits. Pure of Django: nothing here may
import it.
"""
