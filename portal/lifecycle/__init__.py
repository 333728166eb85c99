"""One engine for every lifecycle: transition tables, conditional UPDATE, who-when-why, tables that refuse other writers."""
