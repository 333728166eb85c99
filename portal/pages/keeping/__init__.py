"""Public pages kept whole for whoever is not signed in, and made anew exactly when something on them has changed.

Nothing names what a page depends on by hand: while a page is made, the tables that it reads are noted (watching.py), and
every committed write to a table is. Where a table is too wide a measure, since most writes to it do not touch the page
(the pages' own tables, the pictures), the page depends on a value that is read from it instead (values.py, marks.py): the
value is read again after a write, and the kept page stands as long as the value is the same.

See docs/decisions/0006-kept-pages.md.
"""
