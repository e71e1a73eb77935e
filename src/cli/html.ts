import { escapeXML } from '../drawing/xml'

/**
 * A fragment as a document of its own.
 *
 * @param title plain text
 * @param body HTML
 */
export function htmlDocument(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeXML(title)}</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100% }
th, td { border-top: 1px solid #8884; padding: .35rem .75rem .35rem 0 }
</style>
</head>
<body>
${body}
</body>
</html>`
}
