package org.groundswell.dashboard.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real Chromium that is installed on this machine; nothing is ever downloaded. */
final class Browser implements AutoCloseable {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  private final ChromeDriver driver;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
    driver.manage().timeouts().implicitlyWait(Duration.ZERO);
  }

  /** Starts Chromium, or skips the calling test when this machine has none. */
  static Browser start() {
    Optional<File> chromium = onPath("chromium", "chromium-browser", "google-chrome");
    Optional<File> chromedriver = onPath("chromedriver");
    assumeTrue(
        chromium.isPresent() && chromedriver.isPresent(),
        "The page was not tried in a browser: PATH has no chromium and chromedriver");
    var service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.orElseThrow())
            .usingAnyFreePort()
            .build();
    return new Browser(new ChromeDriver(service, options(chromium.orElseThrow())));
  }

  void open(String url) {
    driver.get("about:blank"); // or a changed hash alone would not load the page anew
    driver.get(url);
  }

  void resize(int width, int height) {
    // The window itself cannot be narrower than 500 pixels; a phone is.
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
  }

  void prefer(String colorScheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colorScheme))));
  }

  WebElement find(String selector) {
    return driver.findElement(By.cssSelector(selector));
  }

  /** Reads all at once: the page may redraw between two questions. */
  @SuppressWarnings("unchecked")
  List<String> texts(String selector) {
    return (List<String>)
        driver.executeScript(
            "return [...document.querySelectorAll(arguments[0])].map(it => it.innerText)",
            selector);
  }

  int count(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  Object run(String script) {
    return driver.executeScript(script);
  }

  WebElement focused() {
    return driver.switchTo().activeElement();
  }

  /** Returns what the console has said since the last call, warnings and errors only. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .toList();
  }

  /** Keeps a picture for people to look at. */
  void photograph(String name) {
    try {
      Files.createDirectories(SCREENSHOTS);
      Files.write(SCREENSHOTS.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static ChromeOptions options(File chromium) {
    var logging = new LoggingPreferences();
    logging.enable(LogType.BROWSER, Level.ALL);
    var options = new ChromeOptions();
    options.setBinary(chromium);
    options.setCapability("goog:loggingPrefs", logging);
    options.addArguments(
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--lang=en",
        "--window-size=1440,900",
        "--user-data-dir=" + newProfile());
    return options;
  }

  private static Path newProfile() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "chromium"));
      return Files.createTempDirectory(parent, "profile").toAbsolutePath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<File> onPath(String... names) {
    List<String> folders =
        List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
    return Stream.of(names)
        .flatMap(name -> folders.stream().map(folder -> new File(folder, name)))
        .filter(File::canExecute)
        .findFirst();
  }
}
