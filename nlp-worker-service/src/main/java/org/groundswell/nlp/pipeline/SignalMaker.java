package org.groundswell.nlp.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.groundswell.nlp.places.FoundPlace;
import org.groundswell.nlp.places.Level;
import org.groundswell.nlp.places.Region;
import org.groundswell.nlp.scoring.EventType;
import org.groundswell.nlp.text.PostText;
import org.groundswell.nlp.timing.Stage;

/** Makes the signals of one post that speaks of unrest. */
final class SignalMaker {

  private final Post post;
  private final PostText text;
  private final String language;
  private final double probability;
  private final EventType eventType;
  private final Stage stage;
  private final String modelVersion;
  private final String voice;
  private final String excerpt;

  SignalMaker(
      Post post, PostText text, String language, double probability, EventType eventType, Stage stage, String modelVersion) {
    this.post = post;
    this.text = text;
    this.language = language;
    this.probability = probability;
    this.eventType = eventType;
    this.stage = stage;
    this.modelVersion = modelVersion;
    this.voice = Voice.of(post, text);
    this.excerpt = Excerpt.of(post.text());
  }

  /**
   * Makes one signal for each level known of a place, most precise first.
   *
   * @param mention 1 for the place that the post is most about, 2 for the next, and so on
   */
  List<Signal> of(FoundPlace place, int mention) {
    var signals = new ArrayList<Signal>(Scope.values().length);
    if (place.level() == Level.TOWN) {
      signals.add(signal(Scope.TOWN, place.geonameId(), place, mention));
    }
    Region admin1 = place.admin1();
    if (admin1 != null) {
      signals.add(signal(Scope.ADMIN1, admin1.geonameId(), place, mention));
    }
    signals.add(signal(Scope.COUNTRY, place.country().geonameId(), place, mention));
    return signals;
  }

  private Signal signal(Scope scope, long scopeId, FoundPlace place, int mention) {
    return new Signal(
        scope,
        scopeId,
        post.key(),
        post.source(),
        post.eventTime(),
        eventType,
        probability,
        stage,
        Signal.Place.of(place),
        mention == 1 ? null : mention,
        language,
        post.authorKey(),
        voice,
        Voice.isRepost(post, text),
        excerpt,
        post.url(),
        modelVersion);
  }
}
