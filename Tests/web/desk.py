"""A browser at one width and in one language, with scripts or without, before the desk of one street."""
import base64, glob, re, time, urllib.error, urllib.parse, urllib.request
from pathlib import Path
from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException, WebDriverException
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait
import checks


class Desk:
    def __init__(self, server, out, width, language, scripts=True, scale=1):
        self.base, self.out, self.server = server.base, Path(out), server
        self.people = people(server.log)
        self.org = next(iter(self.people.values()))[0]
        self.width, self.language, self.scripts, self.findings = width, language, scripts, []
        self.frame = (width, 844 if width < 600 else 800)
        self.scale = scale
        options = webdriver.ChromeOptions()
        for flag in ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--force-color-profile=srgb"]:
            options.add_argument(flag)
        options.binary_location = "/usr/bin/chromium"
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
        self.size(*self.frame)
        if not scripts:
            self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        found = glob.glob(str(self.out / "venv/lib/*/site-packages/axe_playwright_python/axe.min.js"))
        self.axe = Path(found[0]).read_text() if found and scripts else None

    def size(self, width, height):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": self.scale, "mobile": self.width < 600})

    def close(self):
        self.driver.quit()

    def say(self, zh, en):
        return en if self.language == "en" else zh

    # Where to.

    def sign_in(self, role):
        org, name, password = self.people[role]
        self.driver.delete_all_cookies()
        self.visit(f"/look?lang={self.language}")
        self.go("sign-in")
        self.fill(name=name, password=password)
        self.press()
        assert "/desk" in self.driver.current_url, self.text()

    def sign_out(self):
        self.driver.delete_all_cookies()
        self.visit(f"/look?lang={self.language}")

    def go(self, path):
        self.visit(f"/{self.org}/{path}")

    def visit(self, path):
        self.driver.get(self.base + path)

    def fetch(self, address, post=None):
        """Status and bytes, as this browser's session would get them, with the token of its page."""
        cookies = "; ".join(f"{each['name']}={each['value']}" for each in self.driver.get_cookies())
        data = urllib.parse.urlencode(post).encode() if post is not None else None
        request = urllib.request.Request(address, data, {"Cookie": cookies, "Sec-Fetch-Site": "same-origin"})
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def status(self, path, post=None):
        if post is not None:
            self.go("me")
            post = post | {"csrf": self.driver.find_element(By.NAME, "csrf").get_attribute("value")}
        return self.fetch(f"{self.base}/{self.org}/{path}", post)[0]

    # What to do there.

    def find(self, name):
        return self.driver.find_element(By.NAME, name.replace("__", "."))

    def value(self, name):
        return self.find(name).get_attribute("value")

    def fill(self, **fields):
        for name, value in fields.items():
            element = self.find(name)
            kind = element.get_attribute("type")
            if kind in ("radio", "checkbox"):
                for each in self.driver.find_elements(By.NAME, name.replace("__", ".")):
                    if each.get_attribute("value") in ([value] if isinstance(value, str) else value) and not each.is_selected():
                        self.click(each)
            elif element.tag_name == "select":
                self.driver.execute_script("arguments[0].value = arguments[1]", element, value)
            elif kind == "file":
                element.send_keys(value)
            else:
                element.clear()
                element.send_keys(value)

    def put(self, name, text):
        """A long text, at once."""
        self.driver.execute_script("arguments[0].value = arguments[1]", self.find(name), text)

    def click(self, element):
        self.driver.execute_script("arguments[0].click()", element)

    def follow(self, selector):
        """Presses what is there and waits for the page behind it."""
        page = self.driver.find_element(By.TAG_NAME, "html")
        self.click(self.driver.find_element(By.CSS_SELECTOR, selector))
        self.left(page)

    def button(self, value=None):
        main = "main form button.main" if value is None else f"main button[value='{value}']"
        return self.driver.find_element(By.CSS_SELECTOR, main)

    def press(self, value=None, times=1):
        """The button of that value, else the main one of the page; waits for the page that answers."""
        button, page = self.button(value), self.driver.find_element(By.TAG_NAME, "html")
        self.driver.execute_script("for (let k = 0; k < arguments[1]; k++) arguments[0].click()", button, times)
        self.left(page)

    def left(self, page):
        def gone(_):
            try:
                page.is_enabled()
                return False
            except StaleElementReferenceException:
                return True
            except WebDriverException as found:
                # What the driver says of a page that is going away at this very moment.
                if "does not belong to the document" in str(found):
                    return True
                raise
        WebDriverWait(self.driver, 30, 0.05).until(gone)
        WebDriverWait(self.driver, 30, 0.05).until(lambda d: d.execute_script("return document.readyState") == "complete")

    def until(self, there, seconds=60):
        WebDriverWait(self.driver, seconds, 0.2).until(lambda _: there())

    def press_once(self, value):
        """Pressed twice, gone back to and pressed again, loaded again: one record."""
        street = self.server.street
        before = street.records()
        self.press(value, times=2)
        assert street.records() == before + 1, (street.records() - before, self.text()[:600])
        answered = self.driver.current_url
        self.driver.back()
        if self.driver.find_elements(By.CSS_SELECTOR, f"main button[value='{value}']"):
            self.press(value)
        else:
            # A page that a form was answered with is not kept by every browser: loaded again, the form is sent again.
            self.driver.get(answered)
        assert street.records() == before + 1, self.text()[:600]
        self.driver.refresh()
        assert street.records() == before + 1, self.text()[:600]

    def step(self, job, verb, /, **fields):
        self.go(f"jobs/{job}/do/{verb}")
        self.fill(**fields)
        self.press_once("send")

    # What is there.

    def text(self):
        return self.driver.find_element(By.TAG_NAME, "body").text

    def job(self):
        """The number of the job whose page this is."""
        return self.driver.current_url.split("/jobs/")[1].split("?")[0]

    def first(self, name, number, verb):
        """The first choice of a list on a form."""
        self.go(f"jobs/{number}/do/{verb}")
        return self.driver.find_element(By.CSS_SELECTOR, f"select[name={name}] option:not([value=''])").get_attribute("value")

    def leads(self, number):
        """Where the main step of a job leads."""
        self.go(f"jobs/{number}")
        return self.driver.find_element(By.CSS_SELECTOR, ".next .main").get_attribute("href").split(f"/{self.org}/", 1)[1]

    def fault(self, text):
        scripts = "" if self.scripts else " no script"
        self.findings.append(f"{self.width} {self.language}{scripts} {self.driver.current_url.removeprefix(self.base)}: {text}")

    def check(self, name):
        """A picture is kept of what was checked."""
        if self.scripts:
            checks.check(self)
        self.picture(name)

    def widths(self, name):
        checks.squeezed(self)
        checks.weights(self)

    def picture(self, name, most=4000, **how):
        height = min(most, self.driver.execute_script("return document.documentElement.scrollHeight"))
        how = {"format": "png"} | how
        # As tall as the page: what is fixed at the foot stands at its foot.
        self.size(self.width, max(height, self.frame[1]))
        shot = self.driver.execute_cdp_cmd("Page.captureScreenshot", how | {
            "captureBeyondViewport": True, "clip": {"x": 0, "y": 0, "width": self.width, "height": height, "scale": 1}})
        self.size(*self.frame)
        scripts = "" if self.scripts else "-noscript"
        path = self.out / f"{self.width}-{self.language}{scripts}-{name}.{how['format'].replace('jpeg', 'jpg')}"
        path.write_bytes(base64.b64decode(shot["data"]))
        return path


def people(log):
    """Whom a practice server lets in, by the role's name in English: street, user name, password."""
    text = Path(log).read_text()
    org = re.search(r"/([A-Z]+)/desk", text).group(1)
    lines = re.findall(r"^  (\S+)\s+(\S+)  (\S+) (.+)$", text, re.M)
    return {role.strip(): (org, name, password) for name, password, _, role in lines}
