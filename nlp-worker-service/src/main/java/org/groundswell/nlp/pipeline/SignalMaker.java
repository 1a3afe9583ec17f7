package org.groundswell.nlp.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.groundswell.nlp.places.FoundPlace;
import org.groundswell.nlp.places.Level;
import org.groundswell.nlp.places.Region;
import org.groundswell.nlp.timing.EventDate;

/** Makes the signals of one post that speaks of unrest. */
final class SignalMaker {

  private final Post post;
  private final Analysis analysis;
  private final String voice;
  private final String excerpt;

  SignalMaker(Post post, Analysis analysis) {
    this.post = post;
    this.analysis = analysis;
    this.voice = Voice.of(post, analysis.text());
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
    EventDate eventDate = analysis.eventDate();
    return new Signal(
        scope,
        scopeId,
        post.key(),
        post.source(),
        post.eventTime(),
        analysis.eventType(),
        analysis.probability(),
        analysis.stage(),
        eventDate == null ? null : eventDate.date(),
        Signal.Place.of(place),
        mention == 1 ? null : mention,
        analysis.language(),
        post.authorKey(),
        voice,
        Voice.isRepost(post, analysis.text()),
        excerpt,
        post.url(),
        analysis.signature(),
        analysis.modelVersion());
  }
}
