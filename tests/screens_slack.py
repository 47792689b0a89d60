"""Block Kit as Slack draws it, near enough to judge: modals, messages and the Home tab. Pure."""

import re
from html import escape
from typing import Any

Json = dict[str, Any]

STYLE = """
* { box-sizing: border-box } body { margin: 0; padding: 24px; background: #ddd; color: #1d1c1d;
font: 15px/1.46668 Lato, "Slack-Lato", "Noto Sans", "Noto Color Emoji", sans-serif }
.modal { width: 520px; background: #fff; border-radius: 8px; box-shadow: 0 18px 48px #0005 }
.modal > header { display: flex; gap: 12px; align-items: center; padding: 20px 28px; }
.modal > header b { font-size: 22px; font-weight: 900; flex: 1 } .icon { width: 36px; height: 36px;
border-radius: 8px; background: #0f5c68; color: #fff; text-align: center; line-height: 36px;
font-weight: 900; flex: none } .modal > footer { padding: 20px 24px; text-align: right }
.modal main { padding: 0 28px } .message { width: 640px; background: #fff; padding: 12px 20px;
display: flex; gap: 12px } .message main { flex: 1; max-width: 560px }
.home { width: 760px; background: #fff; padding: 16px 28px } .x { color: #616061 }
main > div { margin: 8px 0 } h3 { font-size: 18px; font-weight: 900; line-height: 1.3;
margin: 12px 0 0 }
p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere } .fields { display: grid;
grid-template-columns: 1fr 1fr; gap: 8px 16px } .context { font-size: 13px; color: #616061;
display: flex; flex-wrap: wrap; gap: 4px 8px } label, .label { font-weight: 700; display: block }
.optional, .hint { color: #616061; font-weight: 400 } .hint { font-size: 13px; margin-top: 4px }
.input { margin: 0 0 24px } .input > .label { margin-bottom: 6px } .box { border: 1px solid #868686;
border-radius: 4px; padding: 7px 12px; min-height: 36px; white-space: pre-wrap; background: #fff }
.long { min-height: 80px } .empty { color: #616061 } .select { display: flex } .select::after {
content: "⌄"; margin-left: auto } .option { display: flex; gap: 8px; font-weight: 400; margin:
4px 0 } .mark { width: 16px; height: 16px; border: 1px solid #868686; border-radius: 50%;
flex: none; margin-top: 3px } .square { border-radius: 3px } .on { border: 5px solid #1264a3 }
.square.on { background: #1264a3 }
.option small { display: block; color: #616061; font-size: 13px }
.actions { display: flex; flex-wrap: wrap; gap: 8px } button { font: inherit; font-weight: 700;
font-size: 13px; padding: 0 12px; height: 28px; border: 1px solid #bbb; border-radius: 4px;
background: #fff; color: #1d1c1d } .primary { background: #007a5a; color: #fff; border: 0 }
.danger { background: #e01e5a; color: #fff; border: 0 } footer button { height: 36px;
font-size: 15px; margin-left: 8px } a { color: #1264a3 }
"""


def view(shown: Json) -> str:
    """A modal or the Home tab."""
    main = f"<main>{''.join(map(_block, shown['blocks']))}</main>"
    if shown["type"] == "home":
        return f'<div class="home shot">{main}</div>'
    send = f'<button class="primary">{_text(shown["submit"])}</button>' if "submit" in shown else ""
    return (
        f'<div class="modal shot"><header><span class="icon">U</span><b>{_text(shown["title"])}</b>'
        f'<span class="x">✕</span></header>{main}'
        f"<footer><button>{_text(shown['close'])}</button>{send}</footer></div>"
    )


def message(sent: Json) -> str:
    """A message from the app."""
    return (
        '<div class="message shot"><span class="icon">U</span><main><b>Upstander</b> '
        f'<small class="x">APP 10:04</small>{"".join(map(_block, sent["blocks"]))}</main></div>'
    )


def _block(block: Json) -> str:
    match block["type"]:
        case "header":
            return f"<div><h3>{_text(block['text'])}</h3></div>"
        case "section":
            return _section(block)
        case "context":
            said = "".join(f"<span>{_text(part)}</span>" for part in block["elements"])
            return f'<div class="context">{said}</div>'
        case "actions":
            return f'<div class="actions">{"".join(map(_button, block["elements"]))}</div>'
        case "divider":
            return "<hr>"
        case "input":
            return _input(block)
        case other:
            raise ValueError(f"no drawing of {other!r}")


def _section(block: Json) -> str:
    """Words, and below them columns; Slack takes either alone too."""
    beside = f"<p>{_button(block['accessory'])}</p>" if "accessory" in block else ""
    above = f"<div><p>{_text(block['text'])}</p>{beside}</div>" if "text" in block else ""
    cells = "".join(f"<p>{_text(cell)}</p>" for cell in block.get("fields", ()))
    return above + (f'<div class="fields">{cells}</div>' if cells else "")


def _button(button: Json) -> str:
    return f'<button class="{button.get("style", "")}">{_text(button["text"])}</button>'


def _input(block: Json) -> str:
    more = ' <span class="optional">(optional)</span>' if block.get("optional") else ""
    hint = f'<div class="hint">{_text(block["hint"])}</div>' if "hint" in block else ""
    label = f'<div class="label">{_text(block["label"])}{more}</div>'
    return f'<div class="input">{label}{_element(block["element"])}{hint}</div>'


def _element(element: Json) -> str:
    match element["type"]:
        case "radio_buttons" | "checkboxes":
            return _marks(element)
        case "static_select" | "multi_static_select":
            chosen = element.get("initial_option")
            shown = (
                _text(chosen["text"]) if chosen else '<span class="empty">Select an option</span>'
            )
            return f'<div class="box select">{shown}</div>'
        case "datepicker":
            return f'<div class="box">📅 {element.get("initial_date", "Select a date")}</div>'
        case _:
            typed = escape(element.get("initial_value", ""))
            return f'<div class="box{" long" if element.get("multiline") else ""}">{typed}</div>'


def _marks(element: Json) -> str:
    one = element.get("initial_option", {}).get("value")
    on = {one, *(option["value"] for option in element.get("initial_options", ()))}
    square = " square" if element["type"] == "checkboxes" else ""
    return "".join(
        f'<div class="option"><span class="mark{square}{" on" if o["value"] in on else ""}"></span>'
        f"<span>{_text(o['text'])}{_described(o)}</span></div>"
        for o in element["options"]
    )


def _described(option: Json) -> str:
    return f"<small>{_text(option['description'])}</small>" if "description" in option else ""


def _text(shown: Json) -> str:
    text = shown["text"]
    if shown["type"] == "plain_text":
        return escape(text)
    # mrkdwn is escaped already; of its marks we write only these two.
    linked = re.sub(r"<([^|>]+)\|([^>]+)>", r'<a href="\1">\2</a>', text)
    return re.sub(r"\*([^*]+)\*", r"<b>\1</b>", linked)
