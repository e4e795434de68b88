"""An MCP client over stdio in plain Python: lists the tools, buys one thing, waits for the end. Prints JSON."""

import json
import subprocess
import sys


class McpClient:
    """Speaks JSON-RPC, one message a line, with a server that it starts."""

    def __init__(self, command):
        self.server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.last_id = 0
        hello = self.request(
            "initialize",
            {
                "protocolVersion": "2025-11-25",
                "capabilities": {},
                "clientInfo": {"name": "python-client", "version": "1"},
            },
        )
        self.protocol = hello["protocolVersion"]
        self.send({"method": "notifications/initialized"})

    def send(self, message):
        self.server.stdin.write(json.dumps({"jsonrpc": "2.0", **message}) + "\n")
        self.server.stdin.flush()

    def request(self, method, params):
        self.last_id += 1
        self.send({"id": self.last_id, "method": method, "params": params})
        for line in self.server.stdout:
            message = json.loads(line)
            if message.get("id") == self.last_id:
                if "error" in message:
                    raise RuntimeError(message["error"]["message"])
                return message["result"]
        raise RuntimeError("the server hung up")

    def call(self, tool, **arguments):
        result = self.request("tools/call", {"name": tool, "arguments": arguments})
        value = result["structuredContent"]
        if json.loads(result["content"][0]["text"]) != value:
            raise RuntimeError("text and structured content differ")
        return value

    def close(self):
        self.server.stdin.close()
        return self.server.wait(timeout=30)


def main():
    mandate, url, *command = sys.argv[1:]
    client = McpClient(command)
    tools = [tool["name"] for tool in client.request("tools/list", {})["tools"]]
    refused = client.call("checkout_get", id="chk_none")
    run = client.call("payment_execute", mandate=mandate, url=url)
    while run["status"] in ("preparing", "approved", "executing"):
        run = client.call("checkout_wait", id=run["id"], timeout_seconds=5)
    ended = client.close()
    print(
        json.dumps(
            {
                "protocol": client.protocol,
                "tools": tools,
                "refused": refused,
                "run": run,
                "exit": ended,
            }
        )
    )


main()
