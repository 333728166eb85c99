"""A table with a caption, a head above every column and, where the editor says so, one before every row."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock, TypedTableBlockValidationError
from wagtail_localize.segments import StringSegmentValue


class CellsBlock(TypedTableBlock):
    """Columns of words or of numbers."""

    text = blocks.CharBlock(required=False, max_length=400, label=_("words"))
    number = blocks.CharBlock(required=False, max_length=40, label=_("numbers"))

    def clean(self, table):
        problems = []
        if not table.caption.strip():
            problems.append(_("Give the table a caption: what it tells, in one line."))
        if not table.columns or not table.row_data:
            problems.append(_("A table needs a column and a row at least."))
        if any(not column["heading"].strip() for column in table.columns):
            problems.append(_("Give every column a heading, also the first."))
        if problems:
            raise TypedTableBlockValidationError(non_block_errors=[ValidationError(problem) for problem in problems])
        return super().clean(table)

    # What wagtail-localize asks of a block that it does not know.

    def get_translatable_segments(self, table):
        return [StringSegmentValue(path, words) for path, words in words_of(table) if words]

    def restore_translated_segments(self, table, segments):
        """The table with the translated words; a number or a word without a translation stays as it was."""
        said = {segment.path: segment.render_text() for segment in segments}
        columns = [
            {**column, "heading": said.get(f"head.{place}", column["heading"])}
            for place, column in enumerate(table.columns)
        ]
        rows = [
            {"values": [said.get(f"cell.{line}.{place}", value) for place, value in enumerate(row["values"])]}
            for line, row in enumerate(table.row_data)
        ]
        return TypedTable(columns=columns, row_data=rows, caption=said.get("caption", table.caption))


def words_of(table):
    """(path, words) of the caption, of every head and of every cell."""
    yield "caption", table.caption
    for place, column in enumerate(table.columns):
        yield f"head.{place}", column["heading"]
    for line, row in enumerate(table.row_data):
        for place, value in enumerate(row["values"]):
            yield f"cell.{line}.{place}", value


class TableBlock(blocks.StructBlock):
    """A table as readers meet it: a grid where there is room, a list of rows on a phone."""

    table = CellsBlock(label=_("table"))
    rows_have_heads = blocks.BooleanBlock(
        required=False,
        default=True,
        label=_("the first column names the rows"),
        help_text=_("Then it is read out before each cell of its row."),
    )

    class Meta:
        icon = "table"
        label = _("table")
        template = "portal/pages/blocks/table.html"

    def clean(self, value):
        cleaned = super().clean(value)
        unnamed = any(not str(row["values"][0]).strip() for row in cleaned["table"].row_data)
        if cleaned["rows_have_heads"] and unnamed:
            problem = _("A row has nothing in the first column, which names the rows.")
            raise StructBlockValidationError({"table": TypedTableBlockValidationError(non_block_errors=[problem])})
        return cleaned

    def get_context(self, value, parent_context=None):
        return {**super().get_context(value, parent_context), **grid(value["table"], value["rows_have_heads"])}


def grid(table, rows_have_heads):
    """{"caption", "columns", "rows"} for components/table.html."""
    columns = [{"text": column["heading"], "end": column["block"].name == "number"} for column in table.columns]
    rows = [
        [
            {
                "text": value,
                "head": rows_have_heads and place == 0,
                "label": "" if rows_have_heads and place == 0 else columns[place]["text"],
                "end": columns[place]["end"],
            }
            for place, value in enumerate(row["values"])
        ]
        for row in table.row_data
    ]
    return {"caption": table.caption, "columns": columns, "rows": rows}
