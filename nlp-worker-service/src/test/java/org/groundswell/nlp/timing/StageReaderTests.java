package org.groundswell.nlp.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.groundswell.nlp.text.TextReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageReaderTests {

  private static final Instant WRITTEN = Instant.parse("2026-06-03T14:05:11Z");

  private final TextReader texts = new TextReader();
  private final StageReader stages = new StageReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          PLANNED | en | We meet tomorrow at noon outside city hall
          PLANNED | en | Teachers will go on strike over pay
          PLANNED | en | Unions call for a general strike
          PLANNED | en | Join us in the square on Saturday
          PLANNED | en | Nurses threaten to walk out
          ONGOING | en | Thousands are marching on parliament
          ONGOING | en | Police fired tear gas in the square
          ONGOING | en | Tear gas everywhere right now. We will march again tomorrow
          ONGOING | en | On the anniversary of the massacre crowds gather here today
          ONGOING | en | The strike that began since 2019 will not stop
          PAST    | en | On this day in 1968 students took over the campus
          PAST    | en | Twenty years ago the army opened fire on the crowd
          PAST    | en | Today marks 30 years since the uprising
          PAST    | en | The riots of 1992 changed this city
          PAST    | en | Remembering those who died at the march
          PLANNED | es | Mañana a las 10 marchamos al palacio
          PLANNED | es | Convocan a paro nacional
          PLANNED | es | Este viernes saldremos a la calle
          ONGOING | es | Esta mañana bloquearon la ruta
          ONGOING | es | Marchan ahora mismo por el centro
          ONGOING | es | La policía dispersó a los manifestantes a las 9 de la mañana
          PAST    | es | Hace 20 años la policía reprimió a los estudiantes
          PAST    | es | Un día como hoy empezó la huelga
          PAST    | es | La huelga de 1959
          PLANNED | ru | Завтра выходим на площадь
          PLANNED | ru | В это воскресенье состоится митинг
          ONGOING | ru | Прямо сейчас в центре задерживают людей
          ONGOING | ru | ОМОН разогнал толпу
          PAST    | ru | Тридцать лет назад на площадь вышли тысячи
          PAST    | ru | Годовщина расстрела рабочих
          PAST    | ru | Забастовка в 1905 году
          ONGOING | uk | Завтра виходимо на площу
          """)
  void tellsTheStage(Stage stage, String language, String text) {
    assertThat(stages.read(texts.sentences(texts.read(text), language), language, WRITTEN)).isEqualTo(stage);
  }
}
