"""What every page has to hold, at either width (docs: access and weight)."""
from selenium.webdriver.common.by import By

# Whatever can be typed into or chosen from has a name that is read out.
UNNAMED = """return [...document.querySelectorAll('input:not([type=hidden]),select,textarea,button,a[href]')].filter(e => {
  if (e.getAttribute('aria-label') || e.labels && e.labels.length || (e.textContent || '').trim() || e.querySelector('img[alt]:not([alt=""])')) return false;
  return !(e.matches('input') && e.value && e.type === 'submit'); }).map(e => e.outerHTML.slice(0, 120))"""
# Two lines of digits may stand side by side, but nothing to press is smaller than a finger.
SMALL = """return [...document.querySelectorAll('main button, main .b, .bar a, .views a, main select, main input[type=text]')]
  .filter(e => { const b = e.getBoundingClientRect(); return b.width && (b.height < %d || b.width < 24); })
  .map(e => e.outerHTML.slice(0, 120))"""
FOREIGN = "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin))"
AXE = """const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})
  .then(r => done(r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 140)])));"""
WIDER = "return document.documentElement.scrollWidth > document.documentElement.clientWidth"
TINY = """const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
while (walk.nextNode()) { const e = walk.currentNode.parentElement;
  if (walk.currentNode.data.trim() && e.getClientRects().length && !e.closest('svg') && parseFloat(getComputedStyle(e).fontSize) < 12)
    found.push(e.outerHTML.slice(0, 120)); }
return found"""
# Text on the nearest ground that is painted: seven to one, in the sun (charts have their own table of colours).
FAINT = """const rgb = c => { const m = c.match(/[\\d.]+/g).map(Number); return m.length > 3 && m[3] < 1 ? null : m };
const light = c => { const [r, g, b] = c.slice(0, 3).map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
  return .2126 * r + .7152 * g + .0722 * b };
const ground = e => { for (; e; e = e.parentElement) { const c = rgb(getComputedStyle(e).backgroundColor); if (c) return c }
  return [255, 255, 255] };
const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
while (walk.nextNode()) { const e = walk.currentNode.parentElement;
  if (!walk.currentNode.data.trim() || !e.getClientRects().length || e.offsetWidth * e.offsetHeight < 2 || e.closest('svg')) continue;
  const [a, b] = [light(rgb(getComputedStyle(e).color) || [0, 0, 0]), light(ground(e))].sort((x, y) => y - x);
  if ((a + .05) / (b + .05) < 7) found.push(((a + .05) / (b + .05)).toFixed(2) + ' ' + e.outerHTML.slice(0, 120)) }
return found"""
# The order of the tab key is the order of reading.
JUMPS = "return [...document.querySelectorAll('[tabindex]')].filter(e => e.tabIndex > 0).map(e => e.outerHTML.slice(0, 120))"
UNLOADED = """return [...document.querySelectorAll('img')].filter(e => e.complete && !e.naturalWidth).map(e => e.outerHTML.slice(0, 120))"""
DOUBLED = """const all = [...document.querySelectorAll('[id]')].map(e => e.id);
return all.filter((id, place) => all.indexOf(id) !== place)"""
# Bytes of each kind: HTML counts as it was sent, style and scripts as they are.
MOST = {"html": 60 * 1024, "css": 30 * 1024, "js": 40 * 1024}


def check(desk):
    driver = desk.driver
    if len(driver.find_elements(By.TAG_NAME, "h1")) != 1:
        desk.fault("not one h1")
    if not driver.title.strip():
        desk.fault("no title")
    if driver.find_element(By.TAG_NAME, "html").get_attribute("lang") != desk.say("zh-CN", "en"):
        desk.fault("lang")
    if driver.execute_script(WIDER):
        desk.fault("scrolls sideways")
    for words, script in [("no name", UNNAMED), ("too small", SMALL % (44 if desk.width < 600 else 24)), ("below 12 px", TINY),
                          ("contrast below 7", FAINT), ("jumps the order", JUMPS), ("no picture", UNLOADED), ("id twice", DOUBLED),
                          ("asks another host", FOREIGN)]:
        for each in list(dict.fromkeys(driver.execute_script(script)))[:4]:
            desk.fault(f"{words}: {each}")
    # The policy on what a page may load speaks here, too.
    for entry in driver.get_log("browser"):
        # A refused form is answered with 4xx on purpose.
        if "the server responded with a status of 4" not in entry["message"]:
            desk.fault("console: " + entry["message"])
    size = len(driver.execute_script("return document.documentElement.outerHTML").encode())
    if size > MOST["html"]:
        desk.fault(f"{size} bytes of HTML")
    if desk.axe:
        driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
        driver.execute_script(desk.axe)
        for rule, count, html in driver.execute_async_script(AXE):
            desk.fault(f"axe {rule} ×{count}: {html}")


def squeezed(desk):
    """At 320 pixels, which is 1280 at 400 %, in large type, in the dark and on paper."""
    driver = desk.driver
    desk.size(320, 256)
    if driver.execute_script(WIDER):
        desk.fault("scrolls sideways at 320 px (400 %)")
    desk.size(*desk.frame)
    driver.execute_script("document.documentElement.classList.toggle('large')")
    if driver.execute_script(WIDER):
        desk.fault("scrolls sideways in large type")
    driver.execute_script("document.documentElement.classList.toggle('large')")
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [
        {"name": "prefers-color-scheme", "value": "dark"}, {"name": "prefers-reduced-motion", "value": "reduce"}]})
    for each in list(dict.fromkeys(driver.execute_script(FAINT)))[:4]:
        desk.fault("in the dark, contrast below 7: " + each)
    # A4 less its margins is 174 mm: 658 pixels; lying down, for wide tables, 273 mm: 1032.
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    desk.size(1032 if driver.find_elements(By.CSS_SELECTOR, "thead th:nth-child(8)") else 658, 900)
    if driver.execute_script(WIDER):
        desk.fault("wider than a sheet of A4")
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
    desk.size(*desk.frame)


def weights(desk):
    """Style and scripts, as the page names them."""
    for kind, selector, attribute in [("css", "link[rel=stylesheet]", "href"), ("js", "script[src]", "src")]:
        names = [each.get_attribute(attribute) for each in desk.driver.find_elements(By.CSS_SELECTOR, selector)]
        total = sum(len(desk.fetch(name)[1]) for name in names)
        if not names or total > MOST[kind]:
            desk.fault(f"{total} bytes of {kind} in {len(names)} files")
