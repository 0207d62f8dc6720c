"""Web archives made by hand: records, answers, pages."""


def record(kind, block, uri="http://news.example/a", headers=b"", length=None):
    count = len(block) if length is None else length
    head = (
        b"WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-03-06T10:00:00Z\r\n%sContent-Length: %d"
    )
    return head % (kind.encode(), uri.encode(), headers, count) + b"\r\n\r\n" + block + b"\r\n\r\n"


def answer(body, headers=b"Content-Type: text/html; charset=utf-8\r\n", status=b"200 OK"):
    return b"HTTP/1.1 %s\r\n%s\r\n%s" % (status, headers, body)


def page(words, title="A title"):
    text = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{words}</p></body></html>"
    return text.encode()


def response(words, uri="http://news.example/a"):
    return record("response", answer(page(words)), uri)
