"""smtp.py - a mail server for tests, on a free port of this machine: aiosmtpd.

    smtp.py DIR [CERT KEY] [auth] [port=N]

Prints its port (a free one, or N), then keeps each mail it takes as DIR/N.eml and, read by Python's own mail reader, as DIR/N.txt. Who
is written to decides what it answers: later@ a 451, never@ a 550, spam@ a 554 after the mail, silent@ takes the mail and hangs up without an answer.
It ends when its input does.
"""
import asyncio
import email
import email.policy
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


class Handler:
    count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("later@"):
            return "451 4.3.0 mailbox busy, try again later"
        if address.startswith("never@"):
            return "550 5.1.1 no such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        to = envelope.rcpt_tos[0]
        if to.startswith("spam@"):
            return "554 5.7.1 looks like spam"
        Handler.count += 1
        name = f"{sys.argv[1]}/{Handler.count}"
        with open(name + ".eml", "wb") as f:
            f.write(envelope.content)
        with open(name + ".part", "w", encoding="utf-8") as f:
            tell(email.message_from_bytes(envelope.content, policy=email.policy.default), envelope, session, f)
        os.rename(name + ".part", name + ".txt")  # whoever looks finds it whole or not at all
        if to.startswith("silent@"):
            server.transport.abort()
        return f"250 2.0.0 taken as {Handler.count}"


def tell(message, envelope, session, f):
    print("envelope:", envelope.mail_from, "->", ",".join(envelope.rcpt_tos), file=f)
    print("tls:", bool(session.ssl), "user:", session.auth_data or "", file=f)
    for name, value in message.items():
        print(f"{name}: {value}", file=f)
    for part in message.walk():
        print("part:", part.get_content_type(), part.get_filename() or "", part.get_param("method") or "",
              "defects", len(part.defects), file=f)
        if part.get_content_maintype() == "text":
            print(part.get_content().replace("\r\n", "\n"), file=f)
        elif not part.is_multipart():
            print(len(part.get_content()), "bytes", file=f)


def check(server, session, envelope, mechanism, data):
    good = data.login == b"school" and data.password == b"right"
    return AuthResult(success=good, handled=False, auth_data="school")


args = {}
if len(sys.argv) > 3 and "=" not in sys.argv[3]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    args = {"tls_context": context, "require_starttls": True}
if "auth" in sys.argv:
    args.update(authenticator=check, auth_required=True)


PORT = next((int(a[5:]) for a in sys.argv if a.startswith("port=")), 0)


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Handler(), **args), "127.0.0.1", PORT)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()
    os._exit(0)  # whoever is still connected is not waited for


asyncio.run(main())
