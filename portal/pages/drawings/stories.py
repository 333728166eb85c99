"""The pictures that stories, partners and editions may carry: a name, who draws it, and what is counted in
it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from .pictures import days, hall, places, theatre, thorax


@dataclass(frozen=True)
class Story:
    """One picture. draw: palette to SVG. alt_en, alt_zh: the text alternative, which says what is counted.
    small: whether draw takes k=2 for a thumbnail, with half as many level lines, each twice as thick."""

    name: str
    draw: Callable
    alt_en: str
    alt_zh: str
    small: bool = False


_ALL = (
    Story(
        "cells",
        thorax.cells,
        "Two lungs in level lines. Twenty cells come down in a curve towards a nodule; the first is filled.",
        "以水平线绘成的双肺；二十个细胞循曲线而下，趋向肺内结节，第一个为实心。",
        small=True,
    ),
    Story(
        "forum",
        hall.forum,
        "Four hundred seats in three wedges; the hundred nearest the stage are filled.",
        "四百个座位分成三个扇区，靠近讲台的一百个为实心。",
    ),
    Story(
        "lamp",
        theatre.lamp,
        "An operating lamp with four heads lit and a fifth in dashes.",
        "手术灯有五个灯头，四个点亮，第五个为虚线。",
    ),
    Story(
        "road",
        places.road,
        "A loop between Prague and Shanghai over a map of Eurasia drawn in level lines.",
        "以水平线绘成的欧亚大陆上，一条环线连接布拉格与上海。",
        small=True,
    ),
    Story(
        "targets",
        hall.targets,
        "Two rows of nine targets: nine are reached in the upper row, eight and a half in the lower.",
        "两行靶标，每行九个：上行九个全部达成，下行达成八个半。",
    ),
    Story(
        "scan",
        thorax.scan,
        "Two lungs drawn in level lines; one level is coloured.",
        "以水平线绘成的双肺，其中一层着色。",
        small=True,
    ),
    Story(
        "airway",
        thorax.airway,
        "A windpipe that divides six times, down to the finest branches.",
        "气管逐级分支六次，直至末梢。",
    ),
    Story(
        "five-seats",
        hall.five_seats,
        "Five chairs in a row: four are firm, the fifth is drawn in dashes.",
        "一排五把椅子：四把为实线，第五把为虚线。",
    ),
    Story(
        "sixty-days",
        days.sixty_days,
        "Sixty days as dots in rows of ten; one of them carries a question.",
        "六十天排成每行十个圆点，其中一个带有问号。",
    ),
    Story(
        "three-rooms",
        hall.three_rooms,
        "Three groups of thirty dots; a line leads from each into one room.",
        "三组圆点，每组三十个，各有一条线通向同一个会场。",
    ),
    Story(
        "clocks",
        days.clocks,
        "Two rulers of twenty-four hours, seven hours apart, with one stroke through both.",
        "两条二十四小时标尺，相差七小时，一条竖线同时穿过。",
    ),
    Story(
        "sleeve",
        thorax.sleeve,
        "A bronchus joined by eighteen stitches; the ring that was taken out lies below it.",
        "支气管以十八针缝合，切下的一段置于下方。",
    ),
    Story(
        "circuit",
        theatre.circuit,
        "A circuit outside the body: out through a pump and a membrane of twenty layers, and back.",
        "体外循环回路：血液经泵与二十层膜片流出，再流回体内。",
    ),
    Story(
        "suture",
        theatre.suture,
        "A curved line closed by twenty-four stitches; the last is being tied.",
        "一道弧线以二十四针缝合，最后一针正在打结。",
    ),
    Story(
        "microscope",
        theatre.microscope,
        "A round field under the microscope with thirty cells, three of them stained.",
        "显微镜下的圆形视野，三十个细胞中三个被染色。",
    ),
    Story(
        "arms",
        theatre.arms,
        "Four robotic arms of three joints each meet at one point.",
        "四支机械臂，每支三节，汇于一点。",
    ),
    Story(
        "night-ward",
        days.night_ward,
        "Twenty-four beds in two rows; two of them are marked, and two people meet between the rows.",
        "两排共二十四张病床，其中两张有标记，两人在中间交接。",
    ),
    Story("balance", days.balance, "Six blocks above a line and six below it.", "横线之上六格，横线之下六格。"),
    Story(
        "applications",
        hall.applications,
        "Thirty-one circles, four of them filled.",
        "三十一个圆圈，其中四个为实心。",
    ),
    Story(
        "readers",
        hall.readers,
        "A page, and three lines of five marks each; twelve of the fifteen are filled.",
        "一页方案引出三条线，每条五个标记，共十五个，其中十二个为实心。",
    ),
    Story(
        "partners",
        places.partners,
        "Europe drawn in level lines, with six hospitals marked.",
        "以水平线绘成的欧洲，标有六家医院。",
        small=True,
    ),
    Story(
        "arch",
        thorax.arch,
        "The arch of the aorta in level lines, with its three branches coloured.",
        "以水平线绘成的主动脉弓，三条分支着色。",
    ),
    Story(
        "perfusion",
        thorax.perfusion,
        "One lung under a dome; a loop leads out of it and back.",
        "穹罩下的一叶肺，一条环线由此流出又流回。",
    ),
    Story(
        "stack",
        thorax.stack,
        "A chest in twelve levels, one of them coloured and marked with a nodule.",
        "胸部的十二个层面，其中一层着色并标有结节。",
    ),
    Story(
        "windows",
        days.windows,
        "Six months on a line and four windows of dates above it; the first choice is filled.",
        "横线上六个月份，上方四个时段，首选时段为实心。",
    ),
    Story(
        "three-days",
        days.three_days,
        "Twenty-seven sessions in three days and three rooms; one is coloured.",
        "三天、三个会场，共二十七场，其中一场着色。",
    ),
    Story(
        "pairs",
        hall.pairs,
        "Six filled dots and six rings, joined one to one by lines.",
        "六个实心圆点与六个圆环，由线条一一相连。",
    ),
    Story(
        "rings",
        thorax.rings,
        "A windpipe of sixteen open rings with light between them.",
        "十六个开口软骨环组成的气管，其间透光。",
    ),
    Story(
        "seal",
        places.seal,
        "A letter in two columns of twelve lines with one round seal.",
        "一封双栏信函，每栏十二行，盖有一枚圆章。",
    ),
    Story(
        "code",
        places.code,
        "Ten columns of level lines, each of a different height.",
        "十列水平线，高低各不相同。",
    ),
    Story(
        "compass",
        places.compass,
        "Eight circles at different distances, each joined to one in the middle.",
        "八个圆圈远近不同，各有一线与中央相连。",
    ),
    Story(
        "screening",
        thorax.screening,
        "Sixty points over two lungs, three of them filled.",
        "双肺上六十个点，其中三个为实心。",
    ),
    Story(
        "podium",
        hall.podium,
        "One hundred circles in ten rows of ten, and one speaker before them.",
        "一百个圆圈排成十行十列，前面是一位发言者。",
    ),
    Story(
        "round",
        hall.circles,
        "Eleven circles about a bed, one of them filled.",
        "一张病床周围十一个圆圈，其中一个为实心。",
    ),
    Story(
        "table-plan",
        theatre.table_plan,
        "A theatre from above: six people at the table and one who looks on.",
        "手术间俯视图：六人在手术台旁，一人在旁观摩。",
    ),
    Story(
        "breath",
        thorax.loop_alone,
        "A flow-volume loop: out above the line, in below it.",
        "一条流量容积环：呼气在横线之上，吸气在横线之下。",
    ),
    Story(
        "year",
        days.calm,
        "The long limb of a breath falls over a line of twelve months.",
        "一次呼气的长坡，下方是十二个月的刻度。",
    ),
)

STORIES = {story.name: story for story in _ALL}
assert len(STORIES) == len(_ALL)
