"""Steps of the acts that make, end and move offers. Each stands inside a `turn`; none asks for permission.

Only this slice's actions and the acts in `journey` call them.
"""
