package org.groundswell.nlp.timing;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * The words of one language that name a time.
 *
 * @param present what happens while it is told
 * @param planned what is to come
 * @param past years gone by, whatever else the sentence says
 * @param memory remembering, which may be the occasion of an event of today
 */
record TimeWords(Pattern present, Pattern planned, Pattern past, Pattern memory) {

  private static final String ENGLISH_DAY =
      "(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend|week|month";
  private static final String ENGLISH_EVENT =
      "(?:a |the |another )?(?:\\w+ ){0,2}(?:march|protest|rally|strike|demonstration|sit-in|shutdown"
          + "|walkout|blockade|boycott)";

  private static final TimeWords ENGLISH =
      new TimeWords(
          words(
              "now|today|tonight|currently|live|breaking|ongoing|under ?way|as we speak|this"
                  + " (?:morning|afternoon|evening)|(?:is|are|['’]re) (?:\\w+ly )?\\w+ing"
                  + "|continues?|just (?:in|now|happened|started|saw)"),
          words(
              "tomorrow|tmrw|tmr|upcoming|save the date|scheduled|next (?:"
                  + ENGLISH_DAY
                  + ")|(?:this|coming) (?:"
                  + ENGLISH_DAY
                  + ")|will (?:be )?(?:\\w+ly )?(?:march|protest|rally|gather|strike|meet|hold|block|take to"
                  + "|walk out|shut down|demonstrat|go on strike)\\w*"
                  + "|(?:going|plan(?:s|ned|ning)?|set|about|vow(?:s|ed)?|threaten(?:s|ed|ing)?) to"
                  + " (?:march|protest|rally|gather|strike|meet|hold|block|demonstrate|walk out|shut"
                  + " down|go on)"
                  + "|(?:call(?:s|ed|ing)?|plan(?:s|ned|ning)?) (?:for )?"
                  + ENGLISH_EVENT
                  + "|(?:join us|come out|see you|gather|meet|be there) (?:\\w+ ){0,4}?(?:at \\d|at noon|on (?:"
                  + ENGLISH_DAY
                  + "))"),
          words(
              "on this day|today in history|(?:years?|decades?|centur(?:y|ies)) ago"
                  + "|throwback|flashback|tbt|today (?:marks|is|we mark|we remember)"
                  + " (?:\\w+ ){0,4}?(?:years|anniversary)|back in (?:1\\d{3}|20\\d\\d|the)"),
          words("anniversary|remembering|commemorat\\w+|memorial|in memory|years? since"));

  private static final String SPANISH_DAY =
      "lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo|semana|mes";

  private static final TimeWords SPANISH =
      new TimeWords(
          words(
              "ahora|hoy|en (?:este|estos) momentos?|esta (?:mañana|tarde|noche)|en vivo|en directo"
                  + "|minuto a minuto|última hora|ultima hora|urgente|sigue[n]?|continúan?"
                  + "|est(?:á|a|án|an|amos) \\w+(?:ando|iendo|yendo)"),
          words(
              "(?<!esta |la )mañana|pasado mañana|próxim[oa]s?|proxim[oa]s?|este (?:"
                  + SPANISH_DAY
                  + ")|el (?:"
                  + SPANISH_DAY
                  + ") (?:\\d+ )?(?:a las?|saldremos|marcha|habrá|nos)"
                  + "|convoca(?:n|mos|da|do|toria)?|nos vemos|habrá|será|se realizará"
                  + "|(?:march|sald|har|par|protest|bloque|concentr)\\w*(?:remos|rán|aremos|arán)"
                  + "|van a (?:marchar|protestar|parar|bloquear|salir)|vamos a (?:marchar|protestar|parar"
                  + "|bloquear|salir)"),
          words(
              "hace (?:\\d+|un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|veinte|treinta"
                  + "|cuarenta|cincuenta|varios|muchos) (?:años?|décadas?|decadas?|siglos?)"
                  + "|un día como hoy|un dia como hoy|tal día como hoy|efemérides"
                  + "|(?:hoy )?se cumplen? (?:\\w+ ){0,2}años?|años (?:atrás|después|despues)"),
          words("aniversario|recorda(?:mos|ndo)|conmemora\\w*"));

  private static final TimeWords RUSSIAN =
      new TimeWords(
          words(
              "сейчас|сегодня|прямо сейчас|в (?:эти минуты|данный момент|это время)|срочно|онлайн"
                  + "|прямой эфир|ид[её]т|идут|проход(?:ит|ят)|продолжа\\w+|происходит"),
          words(
              "завтра|послезавтра|на следующей неделе|в (?:это|эту|этот|ближайш\\w+|следующ\\w+)"
                  + " (?:понедельник|вторник|среду|четверг|пятницу|субботу|воскресенье)"
                  + "|состо[ия]тся|пройд[её]т|пройдут|начн[её]тся|запланирован\\w*|планиру\\w+"
                  + "|выйдем|пойд[её]м|собер[её]мся|встречаемся|приходите|выходите"
                  + "|буд(?:ет|ем|ут) (?:митинг|бастовать|протестовать|забастовка|акция)|намечен\\w*"
                  + "|анонсир\\w+|призыва\\w+ выйти"),
          words(
              "(?:лет|год|года|десятилети[ея]|век|века) (?:тому )?назад|в этот день"
                  + "|исполн(?:яется|илось) (?:\\w+ ){0,2}(?:лет|год|года)"),
          words("годовщин\\w*|вспомина\\w+|памяти"));

  /** By language, in ISO 639-1. */
  static final Map<String, TimeWords> BY_LANGUAGE =
      Map.of("en", ENGLISH, "es", SPANISH, "ru", RUSSIAN);

  private static Pattern words(String alternatives) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}_])(?:" + alternatives + ")(?![\\p{L}\\p{N}_])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
  }
}
