interface Said {
  message: string;
  mend: string;
}

const quotes = 'Put the whole text in double quotes.';

const notAKey: Said = {
  message: 'This line is not of the form “key: value”.',
  mend: 'Put a space after the colon; begin a line that goes on with the text above with two spaces.',
};

const byCode: Record<string, Said> = {
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'A colon makes part of this text look like a key.',
    mend: 'Put the whole text in double quotes, or indent the next line as its neighbours are.',
  },
  MULTILINE_IMPLICIT_KEY: notAKey,
  BAD_INDENT: {
    message: 'The line does not begin at the same column as its neighbours.',
    mend: 'Begin all keys of the same group, and all its “- ”, at the same column.',
  },
  BAD_DQ_ESCAPE: {
    message: 'A backslash in double quotes has a meaning of its own.',
    mend: 'Write two backslashes for one.',
  },
  MULTIPLE_DOCS: {
    message: 'A line “---” or “...” parts this in two.',
    mend: 'Take that line away.',
  },
  NON_STRING_KEY: { message: 'A key must be a plain word.', mend: 'Write it as “key: value”.' },
};

/** A mistake in YAML in words for people who don't know YAML; `rest` is the text from the mistake on. */
export function syntaxProblem(code: string, message: string, rest: string): Said {
  const [first = ''] = rest;
  switch (code) {
    case 'DUPLICATE_KEY':
      return {
        message: `The key “${/^["']?([^"':\n]*)/u.exec(rest)?.[1]}” is there twice.`,
        mend: 'Keep one of them.',
      };
    case 'REFERENCE':
      return { message: `A text cannot begin with “${message}”.`, mend: quotes };
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_ALIAS':
      return { message: `A text cannot begin with “${first}”.`, mend: quotes };
    default:
  }
  if (/^Missing closing/u.test(message)) {
    return { message: 'The quotation mark is not closed.', mend: `Close it with ${first === "'" ? "'" : '"'}.` };
  }
  if (/end with a/u.test(message)) {
    return { message: `The “${first}” is not closed.`, mend: `Close it with “${first === '{' ? '}' : ']'}”.` };
  }
  if (/^Implicit map keys need/u.test(message)) return notAKey;
  return (
    byCode[code] ?? {
      message: 'This is not YAML.',
      mend: 'Put a text with signs such as quotes, brackets or a colon in double quotes, and compare with another file.',
    }
  );
}
