"""What every answer of the server says of itself."""

from __future__ import annotations

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from sync import protocol


class CityName:
    """Names the city in every answer, so that an office tells another city's server from its own."""

    def __init__(self, app: ASGIApp, name: str) -> None:
        self._app = app
        self._header = (protocol.CITY_HEADER.lower().encode(), name.encode())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, with the header."""

        async def named(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), self._header]
            await send(message)

        await self._app(scope, receive, named if scope["type"] == "http" else send)
