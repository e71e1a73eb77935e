/** A folder with `main.ts` and `style.css`, as one script and one style sheet: see `build/page-client.mjs`. */
declare module '*?bundle' {
  export const script: string
  export const style: string
}
