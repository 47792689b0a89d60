"""Adaptive Cards drawn by Microsoft's own renderer, in colours and sizes like those of Teams."""

import json
from typing import Any

from tests.peers import NODE_MODULES

Json = dict[str, Any]

SCRIPT = NODE_MODULES / "adaptivecards" / "dist" / "adaptivecards.min.js"


def _tones(**colors: str) -> Json:
    return {name: {"default": shown, "subtle": "#616161"} for name, shown in colors.items()}


COLORS = _tones(
    default="#242424", accent="#5b5fc7", good="#237b4b", warning="#835c00", attention="#c4314b"
)
GROUNDS = {
    "default": "#ffffff",
    "emphasis": "#f5f5f5",
    "accent": "#e8ebfa",
    "good": "#e7f2da",
    "warning": "#fbf6d9",
    "attention": "#fcf4f6",
}
HOST: Json = {
    "fontFamily": '"Segoe UI", "Noto Sans", "Noto Color Emoji", sans-serif',
    "spacing": {
        "small": 8,
        "default": 12,
        "medium": 16,
        "large": 20,
        "extraLarge": 24,
        "padding": 16,
    },
    "separator": {"lineThickness": 1, "lineColor": "#e0e0e0"},
    "fontSizes": {"small": 12, "default": 14, "medium": 14, "large": 18, "extraLarge": 24},
    "fontWeights": {"lighter": 300, "default": 400, "bolder": 600},
    "lineHeights": {"small": 16, "default": 20, "medium": 20, "large": 24, "extraLarge": 32},
    "containerStyles": {
        name: {"backgroundColor": ground, "foregroundColors": COLORS}
        for name, ground in GROUNDS.items()
    },
    "actions": {
        "maxActions": 6,
        "spacing": "default",
        "buttonSpacing": 8,
        "actionsOrientation": "horizontal",
        "actionAlignment": "left",
    },
    "inputs": {"label": {"requiredInputs": {"suffix": " *", "suffixColor": "attention"}}},
}
STYLE = """
* { box-sizing: border-box } body { margin: 0; padding: 24px; background: #ebebeb;
font: 14px/20px "Segoe UI", "Noto Sans", "Noto Color Emoji", sans-serif; color: #242424 }
.message { width: 620px; background: #f5f5f5; padding: 16px; display: flex; gap: 12px }
.icon { width: 32px; height: 32px; border-radius: 6px; background: #0f5c68; color: #fff;
text-align: center; line-height: 32px; font-weight: 600; flex: none } .message .card { flex: 1;
border-radius: 6px; background: #fff; border: 1px solid #e0e0e0; overflow: hidden; margin-top: 4px }
.dialog { width: 600px; background: #fff; border-radius: 6px; box-shadow: 0 8px 32px #0003;
padding-bottom: 8px } .dialog > header { display: flex; gap: 12px; align-items: center;
padding: 16px; font-weight: 600; font-size: 16px } .x { margin-left: auto; color: #616161 }
.ac-input { font: inherit; border: 1px solid #d1d1d1; border-bottom-color: #616161;
border-radius: 4px; padding: 6px 10px; width: 100%; background: #fff }
textarea.ac-input { min-height: 84px }
.ac-input input[type=radio], .ac-input input[type=checkbox] { width: auto }
.ac-choiceSetInput-expanded, .ac-choiceSetInput-multiSelect,
.ac-toggleInput {
border: 0; padding: 0 }
.ac-choiceSetInput-expanded > div > div, .ac-choiceSetInput-multiSelect > div > div {
padding: 4px 0; gap: 8px }
.ac-pushButton { font: inherit; font-weight: 600; border: 1px solid #d1d1d1;
border-radius: 4px; background: #fff; padding: 5px 12px; min-width: 96px; color: #242424;
max-width: 100% }
.ac-pushButton.style-positive { background: #5b5fc7; color: #fff; border-color: #5b5fc7 }
.ac-pushButton.style-destructive { background: #c4314b; color: #fff; border-color: #c4314b }
.ac-pushButton > div { white-space: nowrap !important } small { color: #616161 }
"""
DRAW = """([host, card]) => {
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {  // Teams has its own
    const plain = document.createElement('i');
    plain.textContent = text;
    const link = /\\[([^\\]]+)\\]\\((tel:[+0-9]+)\\)/g;
    result.outputHtml = plain.innerHTML.replace(link, '<a href="$2">$1</a>')
      .replace(/\\\\(.)/g, '$1');
    result.didProcess = true;
  };
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(host);
  drawn.parse(card);
  document.querySelector('.card').appendChild(drawn.render());
}"""
"""Puts a card into the frame; the page must have the renderer's script."""


def message() -> str:
    """The frame of a message in a chat."""
    return (
        '<div class="message shot"><span class="icon">U</span><div style="flex:1">'
        '<small>Upstander 10:04</small><div class="card"></div></div></div>'
    )


def dialog(title: str) -> str:
    """The frame of a dialog."""
    return (
        f'<div class="dialog shot"><header><span class="icon">U</span>{title}'
        '<span class="x">✕</span></header><div class="card"></div></div>'
    )


def drawing(card: Json) -> list[Json]:
    """What `DRAW` is given: the look of Teams, and the card as it went over the wire."""
    sent: Json = json.loads(json.dumps(card))
    return [HOST, sent]
