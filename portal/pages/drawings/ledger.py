"""The ledger of an exchange: a block for each person, doctors who went out above the line, guests who came
in below.
"""

from html import escape

from .canvas import n

STEP, BLOCK, WIDE = 26, 20, 64


def ledger(years):
    """Inline SVG; hidden from readers, since the numbers stand in words beside it.

    years: (label, out, in) in order. Blocks shrink where a year has more than eight, so that the chart
    keeps its room.
    """
    most_out = max((out for _, out, _ in years), default=0)
    most_in = max((back for _, _, back in years), default=0)
    step = STEP if max(most_out, most_in) <= 8 else STEP * 8 / max(most_out, most_in)
    high = step * BLOCK / STEP
    line = 14 + max(most_out * step, 40) + 10
    foot = line + 10 + max(most_in * step, 40) + 24
    apart = 135 if len(years) <= 4 else 540 / len(years)
    wide = min(WIDE, apart - 30)
    s = [f'<svg class="chart" viewBox="0 0 560 {n(foot + 12)}" aria-hidden="true">']
    for k, (label, out, back) in enumerate(years):
        x = 30 + k * apart if apart == 135 else 10 + k * apart
        d_out = "".join(f"M{n(x)} {n(line - 10 - high - j * step)}h{n(wide)}v{n(high)}h-{n(wide)}z" for j in range(out))
        d_in = "".join(f"M{n(x)} {n(line + 10 + j * step)}h{n(wide)}v{n(high)}h-{n(wide)}z" for j in range(back))
        assert d_out.count("M") == out
        assert d_in.count("M") == back
        s.append(
            (f'<path class="sq-out" d="{d_out}"/>' if out else "")
            + (f'<path class="sq-in" d="{d_in}"/>' if back else "")
        )
        s.append(f'<text class="val" x="{n(x + wide + 8)}" y="{n(line - 15)}">{out}</text>')
        s.append(f'<text class="val" x="{n(x + wide + 8)}" y="{n(line + 25)}">{back}</text>')
        s.append(f'<text x="{n(x)}" y="{n(foot)}">{escape(str(label))}</text>')
    s.append(f'<path class="ax" stroke-width="2" d="M0 {n(line)}H560"/>')
    return "".join(s) + "</svg>"
