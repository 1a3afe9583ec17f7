package org.groundswell.nlp.scoring;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Fits a maximum-entropy model by OpenNLP's L-BFGS with an L2 penalty. Single-threaded, hence the
 * same examples in the same order make the same model.
 */
final class LinearTrainer {

  private static final int CUTOFF = 2;
  private static final int ITERATIONS = 100;

  /** Where OpenNLP's model holds its weights by feature, and the names of the outcomes. */
  private static final int WEIGHTS = 1;

  private static final int OUTCOMES = 2;

  /**
   * What is to be learned of one post.
   *
   * @param features distinct
   * @param language ISO 639-1
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Example(String outcome, long[] features, String language) {}

  private final Map<Long, String> names = new HashMap<>();

  private LinearTrainer() {}

  /** Fits a model that scores each outcome. */
  static LinearModel train(List<Example> examples, double l2Cost) throws IOException {
    return compact(fit(examples, l2Cost));
  }

  /** Fits OpenNLP's own model. */
  static AbstractModel fit(List<Example> examples, double l2Cost) throws IOException {
    var trainer = new LinearTrainer();
    List<Event> events = examples.stream().map(trainer::event).toList();
    EventTrainer opennlp = TrainerFactory.getEventTrainer(parameters(l2Cost), new HashMap<>());
    return (AbstractModel) opennlp.train(ObjectStreamUtils.createObjectStream(events));
  }

  private static TrainingParameters parameters(double l2Cost) {
    var parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(
        AbstractEventTrainer.DATA_INDEXER_PARAM, AbstractEventTrainer.DATA_INDEXER_ONE_PASS_VALUE);
    parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, l2Cost);
    return parameters;
  }

  private Event event(Example example) {
    return new Event(
        example.outcome(),
        features(example.features(), example.language())
            .mapToObj(feature -> names.computeIfAbsent(feature, LinearTrainer::name))
            .toArray(String[]::new));
  }

  /** Each feature as such and as one of the language. */
  private static LongStream features(long[] features, String language) {
    long ofLanguage = FeatureHash.of(language);
    return Arrays.stream(features)
        .flatMap(feature -> LongStream.of(feature, LinearModel.tagged(feature, ofLanguage)));
  }

  static String[] names(long[] features, String language) {
    return features(features, language).mapToObj(LinearTrainer::name).toArray(String[]::new);
  }

  private static String name(long feature) {
    return Long.toString(feature, Character.MAX_RADIX);
  }

  @SuppressWarnings("unchecked") // documented so, without the type
  static LinearModel compact(AbstractModel model) {
    Object[] structures = model.getDataStructures();
    List<String> outcomes = List.of((String[]) structures[OUTCOMES]);
    var weights = new LinkedHashMap<Long, float[]>();
    ((Map<String, Context>) structures[WEIGHTS])
        .forEach((name, context) -> {
          long feature = Long.parseLong(name, Character.MAX_RADIX);
          weights.put(feature, weights(context, outcomes.size()));
        });
    return LinearModel.of(outcomes, weights);
  }

  private static float[] weights(Context context, int outcomes) {
    var weights = new float[outcomes];
    for (int i = 0; i < context.getOutcomes().length; i++) {
      weights[context.getOutcomes()[i]] = (float) context.getParameters()[i];
    }
    return weights;
  }

  /** Splits examples into those inside and outside one of several equal parts, dealt in turn. */
  static <T> List<T> fold(List<T> all, int folds, int fold, boolean inside) {
    var some = new ArrayList<T>();
    for (int i = 0; i < all.size(); i++) {
      if ((i % folds == fold) == inside) {
        some.add(all.get(i));
      }
    }
    return some;
  }
}
