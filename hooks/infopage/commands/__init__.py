"""Groups of commands, each registered by cli.py: ``register(commands)`` adds parsers whose ``run`` takes the parsed
options and the project's root and returns the exit code.
"""
