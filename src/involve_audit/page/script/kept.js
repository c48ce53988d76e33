// What stays in this browser: only by consent, and until a day.

const PLACE = "involve-audit page";

/**
 * What is kept, where its day has not passed.
 * @param {string} today
 * @returns {{ until: string, until_says: string, state: any } | null}
 */
export function kept(today) {
  try {
    const found = JSON.parse(localStorage.getItem(PLACE) ?? "null");
    if (found && found.until >= today) return found;
    localStorage.removeItem(PLACE);
  } catch {
    // A browser that keeps nothing for files: then there is nothing.
  }
  return null;
}

/**
 * Keep what stands in the page; whether this browser does.
 * @param {{ until: string, until_says: string, state: any }} what
 */
export function keep(what) {
  try {
    localStorage.setItem(PLACE, JSON.stringify(what));
    return true;
  } catch {
    return false;
  }
}

/** Keep nothing any more. */
export function forget() {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // Nothing was kept.
  }
}
