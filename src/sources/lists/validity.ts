const NOT_VALID =
  /\b(?:expired|falsified|false|forged|counterfeit|fraudulent\w*|fake|revoked|cancell?ed|annulled|invalid(?:ated)?|stolen|lost)\b/i

/** Whether words about a document say that it proves nothing any more, or never did: expired, forged, lost… */
export function saysInvalid(words: string): boolean {
  return NOT_VALID.test(words)
}
