"""A browser at one width and in one language, and what every page of the desk has to hold."""
import base64, glob, json, re
from pathlib import Path
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

# Whatever can be typed into or chosen from has a name that is read out.
UNNAMED = """return [...document.querySelectorAll('input:not([type=hidden]),select,textarea,button,a[href]')].filter(e => {
  if (e.getAttribute('aria-label') || e.labels && e.labels.length || (e.textContent || '').trim()) return false;
  return !(e.matches('input') && e.value && e.type === 'submit'); }).map(e => e.outerHTML.slice(0, 120))"""
# Two lines of digits may stand side by side, but nothing to press is smaller than a finger.
SMALL = """return [...document.querySelectorAll('main button, main .b, .bar a, .views a')].filter(e => {
  const b = e.getBoundingClientRect(); return b.width && (b.height < %d || b.width < 24); }).map(e => e.outerHTML.slice(0, 120))"""
FOREIGN = "return performance.getEntriesByType('resource').map(e => e.name).filter(n => !n.startsWith(location.origin))"
AXE = """const done = arguments[arguments.length - 1];
axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})
  .then(r => done(r.violations.map(v => [v.id, v.nodes.length, v.nodes[0].html.slice(0, 140)])));"""


class Desk:
    def __init__(self, base, users, out, width, language):
        self.base, self.users, self.out = base, users, Path(out)
        self.width, self.language, self.findings = width, language, []
        options = webdriver.ChromeOptions()
        for flag in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]:
            options.add_argument(flag)
        options.binary_location = "/usr/bin/chromium"
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": 844 if width < 600 else 800, "deviceScaleFactor": 1, "mobile": width < 600})
        found = glob.glob(str(self.out / "venv/lib/*/site-packages/axe_playwright_python/axe.min.js"))
        self.axe = Path(found[0]).read_text() if found else None

    def close(self):
        self.driver.quit()

    def sign_in(self, role):
        org, name, password = self.users[role]
        self.org = org
        self.driver.delete_all_cookies()
        self.driver.get(self.base + "/look?lang=" + self.language)
        self.go("sign-in")
        self.fill(name=name, password=password)
        self.press()
        assert "/desk" in self.driver.current_url, self.driver.current_url

    def go(self, path):
        self.driver.get(f"{self.base}/{self.org}/{path}")

    def fill(self, **fields):
        for name, value in fields.items():
            element = self.driver.find_element(By.NAME, name.replace("__", "."))
            kind = element.get_attribute("type")
            if kind in ("radio", "checkbox"):
                for each in self.driver.find_elements(By.NAME, name.replace("__", ".")):
                    if each.get_attribute("value") in ([value] if isinstance(value, str) else value) and not each.is_selected():
                        self.driver.execute_script("arguments[0].click()", each)
            elif element.tag_name == "select":
                self.driver.execute_script("arguments[0].value = arguments[1]", element, value)
            else:
                element.clear()
                element.send_keys(value)

    def press(self, value=None):
        """The button of that value, else the main one of the page."""
        main = "main form button.main" if value is None else f"main button[value={value}]"
        self.driver.execute_script("arguments[0].click()", self.driver.find_element(By.CSS_SELECTOR, main))

    def text(self):
        return self.driver.find_element(By.TAG_NAME, "body").text

    def record(self):
        """The record that the page was computed from."""
        foot = self.driver.find_element(By.CSS_SELECTOR, ".stub").text
        return int(re.search(r"\d+", foot).group())

    def fault(self, text):
        self.findings.append(f"{self.width} {self.language} {self.driver.current_url.removeprefix(self.base)}: {text}")

    def check(self, name):
        """What web.md 5.2 asks of every page; a picture is kept."""
        driver = self.driver
        if len(driver.find_elements(By.TAG_NAME, "h1")) != 1:
            self.fault("not one h1")
        if driver.find_element(By.TAG_NAME, "html").get_attribute("lang") != ("en" if self.language == "en" else "zh-CN"):
            self.fault("lang")
        if driver.execute_script("return document.documentElement.scrollWidth > window.innerWidth"):
            self.fault("scrolls sideways")
        for each in driver.execute_script(UNNAMED):
            self.fault("no name: " + each)
        for each in driver.execute_script(SMALL % (44 if self.width < 600 else 24)):
            self.fault("too small: " + each)
        for each in driver.execute_script(FOREIGN):
            self.fault("asks another host: " + each)
        for entry in driver.get_log("browser"):
            # A refused form is answered with 4xx on purpose.
            if "the server responded with a status of 4" not in entry["message"]:
                self.fault("console: " + entry["message"])
        size = len(driver.execute_script("return document.documentElement.outerHTML").encode())
        if size > 80 * 1024:
            self.fault(f"{size} bytes of HTML")
        if self.axe:
            driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
            driver.execute_script(self.axe)
            for rule, count, html in driver.execute_async_script(AXE):
                self.fault(f"axe {rule} ×{count}: {html}")
        height = driver.execute_script("return Math.min(4000, document.documentElement.scrollHeight)")
        shot = driver.execute_cdp_cmd("Page.captureScreenshot", {
            "format": "png", "captureBeyondViewport": True, "clip": {"x": 0, "y": 0, "width": self.width, "height": height, "scale": 1}})
        (self.out / f"{self.width}-{self.language}-{name}.png").write_bytes(base64.b64decode(shot["data"]))


def users(log):
    """The people whom a practice server lets in, by their role in English."""
    text = Path(log).read_text()
    org = re.search(r"/([A-Z]+)/desk", text).group(1)
    lines = re.findall(r"^  (\S+)\s+(\S+)  (\S+) (.+)$", text, re.M)
    return {role.strip(): (org, name, password) for name, password, _, role in lines}
