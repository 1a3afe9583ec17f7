package org.groundswell.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import opennlp.tools.tokenize.SimpleTokenizer;
import org.groundswell.nlp.text.Tokens.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every text; texts are drawn from seeds, which a failure names. */
class TextReaderPropertiesTests {

  private static final int TEXTS = 50_000;
  private static final int LONGEST = 20_000;

  /** What posts are made of, and what comes in between when something goes wrong. */
  private static final String[] PIECES = {
    "a",
    "b",
    "B",
    "Ü",
    "é",
    "e\u0301",
    "\u0301",
    "\u0308",
    "ا",
    "ـ",
    "ل",
    "\u0651",
    "й",
    "ё",
    "ї",
    "#",
    "＃",
    "@",
    "＠",
    "_",
    ".",
    "-",
    ":",
    "/",
    "&",
    "&amp;",
    "&#x1F602;",
    "&lt;",
    "&#xD800;",
    "&#0;",
    "&#-5;",
    "&#99999999999;",
    "\n",
    "\r",
    " ",
    "\t",
    "\u00A0",
    "\u200D",
    "\uFE0F",
    "\u200E",
    "\u202E",
    "\u2066",
    "\u2069",
    "\u00AD",
    "\uD83D",
    "\uDE00",
    "😀",
    "👨‍👩‍👧",
    "🇳",
    "🇳🇬",
    "🏾",
    "✊",
    "✊🏾",
    "1",
    "２",
    "٣",
    "RT @a: ",
    "http://x",
    "https://",
    "www.",
    "'",
    "’",
    "ß",
    "İ",
    "ı",
    "𝐀",
    "漢",
    "한",
    "ᄀ",
    "\uFFFF",
    "\u0000",
    "ﬁ"
  };

  /** Of these nothing is taken away, so that nothing new can come about. */
  private static final String[] PLAIN = {
    "a",
    "b",
    "B",
    "Ü",
    "é",
    "ا",
    "ل",
    "й",
    "ё",
    "_",
    ".",
    "-",
    ":",
    "/",
    "\n",
    "\r",
    " ",
    "\t",
    "\u00A0",
    "😀",
    "👨‍👩‍👧",
    "🇳🇬",
    "✊🏾",
    "1",
    "２",
    "'",
    "’",
    "ß",
    "İ",
    "ı",
    "𝐀",
    "漢",
    "ааа",
    "oooo"
  };

  /** Marks, numbers and links, which OpenNLP's tokenizer does not know for what they are. */
  private static final Pattern NOT_PROSE =
      Pattern.compile("[#@&_\\p{N}\\p{So}\\p{Sk}\\p{Cf}]|http|www\\.|(\\p{L})\\1\\1");

  private final TextReader reader = new TextReader();

  @Test
  void readsAnyText() {
    for (int seed = 0; seed < TEXTS; seed++) {
      PostText text = reader.read(drawn(PIECES, seed, true));

      assertTokensLieWithinTheLetters(text.tokens(), seed);
      assertThat(text.clean().chars().noneMatch(TextReaderPropertiesTests::isInvisible))
          .as("seed %d", seed)
          .isTrue();
      assertThat(text.clean().codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF))
          .as("seed %d", seed)
          .isTrue();
    }
  }

  private static boolean isInvisible(int c) {
    return (c < ' ' && c != '\n') || c == 0x7F || c == 0xAD || c == 0x200E || c == 0x202E;
  }

  /** In order, not empty, and a hashtag over the same letters as the words that follow it. */
  private static void assertTokensLieWithinTheLetters(Tokens tokens, int seed) {
    int end = 0;
    for (int token = 0; token < tokens.size(); token++) {
      assertThat(tokens.start(token)).as("seed %d", seed).isEqualTo(end);
      assertThat(tokens.end(token)).as("seed %d", seed).isGreaterThan(tokens.start(token));
      if (tokens.kind(token) == Kind.HASHTAG) {
        assertThat(tokens.end(token)).as("seed %d", seed).isEqualTo(endOfWords(tokens, token));
      } else {
        end = tokens.end(token);
      }
    }
  }

  private static int endOfWords(Tokens tokens, int hashtag) {
    int end = tokens.start(hashtag);
    for (int word = hashtag + 1; end < tokens.end(hashtag); word++) {
      end = tokens.end(word);
    }
    return end;
  }

  @Test
  void leavesACleanTextAsItIs() {
    for (int seed = 0; seed < TEXTS; seed++) {
      PostText once = reader.read(drawn(PLAIN, seed, false));

      PostText twice = reader.read(once.clean());

      assertThat(twice.clean()).as("seed %d", seed).isEqualTo(once.clean());
      assertThat(twice.tokens()).as("seed %d", seed).isEqualTo(once.tokens());
    }
  }

  /** Once the marks of hashtags are gone there is nothing left to clean. */
  @Test
  void leavesACleanPostOfTheCorpusAsItIs() throws IOException {
    for (String post : corpus()) {
      String clean = reader.read(post).clean();

      assertThat(reader.read(clean).clean()).isEqualTo(clean);
    }
  }

  @Test
  void findsTheWordsThatOpenNlpFindsInProse() throws IOException {
    List<String> prose = corpus().stream().filter(post -> !NOT_PROSE.matcher(post).find()).toList();

    for (String post : prose) {
      assertThat(reader.read(post).tokens().toStrings()).isEqualTo(opennlp(post));
    }
    assertThat(prose).hasSizeGreaterThan(15_000);
  }

  private static List<String> opennlp(String post) {
    String[] all = SimpleTokenizer.INSTANCE.tokenize(Normalizer.normalize(post, Form.NFC));
    return Arrays.stream(all)
        .filter(token -> Character.isLetter(token.codePointAt(0)))
        .map(Folding::fold)
        .toList();
  }

  /** What would take minutes if it took time by the square or the cube of a text's length. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "ab",
        "aB",
        " ",
        "\n",
        ".",
        "a.",
        "a!b?",
        "1",
        "#",
        "#a",
        "#_",
        "@",
        "@a",
        "@a.",
        ".a",
        "&",
        "&;",
        "&#",
        "&aaaaaaa",
        "RT @a: ",
        "http://",
        "www.",
        "h",
        "✊🏾",
        "👩\u200D",
        "🇳",
        "\uD83D",
        "\uDE00",
        "\u200F",
        "\u200D",
        "ـ",
        "وال",
        "\u0301",
        "\u0316\u0301\u0327\u0334",
        "e\u0301\u0316",
        "ᄀ",
        "漢"
      })
  void readsTheLongestTextsOfOneThing(String piece) {
    for (String start : List.of("", "a", "#", "@", "RT @", "RT", "&", "http://")) {
      String text = (start + piece.repeat(LONGEST)).substring(0, LONGEST);

      PostText read = reader.read(text);

      assertThat(read.original()).isEqualTo(text);
      assertThat(reader.sentences(read, "en").size()).isLessThanOrEqualTo(LONGEST);
    }
  }

  @Test
  void keepsThirtyMarksOfALetterAtMost() {
    String heaped = "e" + "\u0316\u0301".repeat(5_000);

    assertThat(reader.read(heaped).clean()).hasSizeLessThanOrEqualTo(31).startsWith("é");
  }

  private static String drawn(String[] pieces, int seed, boolean anyCharacter) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (int left = random.nextInt(30); left > 0; left--) {
      if (anyCharacter && random.nextInt(10) == 0) {
        text.append((char) random.nextInt(Character.MAX_VALUE + 1));
      } else {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
    }
    return text.toString();
  }

  private static List<String> corpus() throws IOException {
    var posts = new ArrayList<String>();
    try (Stream<Path> files = Files.walk(Path.of("corpus"))) {
      for (Path file : files.filter(it -> it.toString().endsWith(".txt")).sorted().toList()) {
        posts.addAll(Files.readAllLines(file));
      }
    }
    return posts;
  }
}
