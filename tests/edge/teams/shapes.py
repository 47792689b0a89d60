"""What Teams really sends, in the shapes that Microsoft documents: every key, values of our own."""

from typing import Any

Json = dict[str, Any]

LINK = "https://teams.microsoft.com/l/message/19:0b8f2c@thread.skype/1611060744833"
BOT = {"applicationIdentityType": "bot", "id": "5a0c4b8e-1d5e", "displayName": "A bot"}
MAILED = {"userIdentityType": "emailUser", "id": "sam@school.example", "displayName": "Sam"}
NOBODY = {"device": None, "conversation": None, "user": None, "application": None}
SOMEBODY = NOBODY | {
    "user": {"userIdentityType": "aadUser", "id": "b130c271-d2eb", "displayName": "Olo"}
}


def given(**changes: Any) -> Json:
    """A message in whose menu an action was chosen."""
    return {
        "linkToMessage": LINK,
        "id": "1611060744833",
        "replyToId": None,
        "createdDateTime": "2021-01-19T12:52:24.833Z",
        "lastModifiedDateTime": None,
        "deleted": False,
        "subject": None,
        "summary": None,
        "importance": "normal",
        "locale": "en-us",
        "body": {"contentType": "html", "content": '<div><at id="0">Bot</at> secret words</div>'},
        "from": SOMEBODY,
        "reactions": [],
        "mentions": [],
        "attachments": [],
    } | changes


def mention(mentioned: Json) -> Json:
    return {"id": 0, "mentionText": "Bot", "mentioned": NOBODY | mentioned}


REACTION = {
    "reactionType": "like",
    "createdDateTime": "2021-01-19T12:53:24.833Z",
    "user": {"application": None, "device": None, "conversation": None, "user": SOMEBODY["user"]},
}
GIVEN: dict[str, Json] = {
    "as it is": given(),
    "with a reaction": given(reactions=[REACTION]),
    "with every reaction": given(
        reactions=[
            REACTION | {"reactionType": kind}
            for kind in ("heart", "laugh", "surprised", "sad", "angry", "👍🏽", "custom:party")
        ]
    ),
    "marked urgent": given(importance="urgent"),
    "marked important": given(importance="high"),
    "from a bot": given(**{"from": NOBODY | {"application": BOT}}),
    "from a webhook": given(
        **{"from": NOBODY | {"application": BOT | {"applicationIdentityType": "webhook"}}}
    ),
    "from an e-mail": given(**{"from": NOBODY | {"user": MAILED}}),
    "from nobody": given(**{"from": None}),
    "mentioning a bot": given(mentions=[mention({"application": BOT})]),
    "mentioning a channel": given(
        mentions=[mention({"conversation": {"conversationIdentityType": "channel", "id": "19:x"}})]
    ),
    "mentioning nobody we know": given(mentions=[{"id": 0, "mentionText": "x"}]),
    "deleted": given(deleted=True, body=None),
    "with a card": given(
        attachments=[{"id": "1", "contentType": "application/vnd.microsoft.card.adaptive",
                      "contentUrl": None, "content": "{}", "name": None, "thumbnailUrl": None}]
    ),
    "of a meeting": given(eventDetail={"@odata.type": "#callStarted"}, policyViolation=None),
}  # fmt: skip


def fetch(context: str, message: Json | None = None, command: str = "flag") -> Json:
    """The value of a `composeExtension/fetchTask`."""
    value: Json = {
        "commandId": command,
        "commandContext": context,
        "requestId": "7f7d22efe5414818becebcec649a7912",
        "context": {"theme": "default"},
    }
    return value | ({} if message is None else {"messagePayload": message})
