"""Somebody's browser, without a screen: it keeps cookies, follows links, and sends forms whole."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx
from starlette.types import ASGIApp

ORIGIN = "https://upstander.example"
HERE = {"origin": ORIGIN, "sec-fetch-site": "same-origin"}
LED = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}


@dataclass
class Form:
    """A form as it stands on a page."""

    action: str
    method: str
    fields: dict[str, str] = field(default_factory=dict)
    buttons: list[tuple[str, str, str]] = field(default_factory=list)
    """What each says, and the name and value that it sends."""


class Page(HTMLParser):
    """What stands on a page, as text and as forms."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.words: list[str] = []
        self._inside: Form | None = None
        self._button: tuple[str, str] | None = None
        self.feed(html)

    @property
    def text(self) -> str:
        """Every word of it."""
        return " ".join(" ".join(self.words).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = Form(given.get("action", ""), given.get("method", "get"))
            self.forms.append(self._inside)
        elif self._inside is None:
            return
        elif tag in ("input", "textarea", "select") and given.get("type") not in (
            "radio", "checkbox",
        ):  # fmt: skip
            self._inside.fields[given.get("name", "")] = given.get("value", "")
        elif tag == "input" and "checked" in given:
            self._inside.fields[given["name"]] = given["value"]
        elif tag == "button":
            self._button = (given.get("name", ""), given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = None

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._button is not None and self._inside is not None and data.strip():
            self._inside.buttons.append((data.strip(), *self._button))
            self._button = None

    def form_with(self, button: str) -> tuple[Form, dict[str, str]]:
        """The form with this button, and what pressing it sends."""
        for form in self.forms:
            for words, name, value in form.buttons:
                if words == button:
                    return form, form.fields | ({name: value} if name else {})
        raise AssertionError(f"no button {button!r} on: {self.text}")


@dataclass
class Browser:
    """One browser, with its own cookies."""

    client: httpx.AsyncClient
    answer: httpx.Response = field(default_factory=lambda: httpx.Response(200))

    @property
    def page(self) -> Page:
        """What is on the screen."""
        return Page(self.answer.text)

    @property
    def where(self) -> str:
        """The address that stands above it."""
        return self.answer.url.raw_path.decode()

    async def goes(self, path: str, **headers: str) -> "Browser":
        """Types an address, or follows a link; is led on as far as it goes."""
        self.answer = await self.client.get(path, headers=headers)
        while self.answer.is_redirect and self.answer.headers["location"].startswith(("/", ORIGIN)):
            self.answer = await self.client.get(self.answer.headers["location"], headers=headers)
        return self

    async def presses(self, button: str, **filled: str) -> "Browser":
        """Fills in the form with this button, and sends it."""
        form, values = self.page.form_with(button)
        return await self.sends(form.action, values | filled)

    async def sends(
        self, path: str, values: Mapping[str, str], headers: Mapping[str, str] = HERE
    ) -> "Browser":
        """Sends a form."""
        self.answer = await self.client.post(path, data=dict(values), headers=dict(headers))
        if self.answer.is_redirect:
            await self.goes(self.answer.headers["location"])
        return self

    def sees(self, *words: str) -> "Browser":
        """It says that."""
        text = self.page.text
        assert [word for word in words if word not in text] == [], text
        return self

    def cookie(self, name: str) -> str:
        """One of its cookies; '' where it has none of that name."""
        return self.client.cookies.get(name) or ""

    def steals(self, other: "Browser") -> None:
        """Has every cookie of another's."""
        for name, value in other.client.cookies.items():
            self.client.cookies.set(name, value, domain="upstander.example")


def browser_of(app: ASGIApp, *, raising: bool = True) -> Browser:
    """A browser that nobody has used before; not `raising`, it sees what a server's would."""
    return Browser(
        httpx.AsyncClient(
            transport=httpx.ASGITransport(app, raising, client=("192.0.2.7", 4000)),
            base_url=ORIGIN,
            headers={"accept-language": "en-GB"},
        )
    )


def set_cookies(answer: httpx.Response) -> Iterator[str]:
    """Every header of an answer that sets a cookie."""
    yield from answer.headers.get_list("set-cookie")
