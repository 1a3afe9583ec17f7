package org.groundswell.nlp.scoring;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.groundswell.nlp.text.LetterHash;

/**
 * Fits a maximum-entropy model (logistic regression) with an L2 penalty, by LIBLINEAR's trust
 * region Newton method. Single-threaded and without chance, hence the same examples in the same
 * order make the same model.
 *
 * <p>OpenNLP's own L-BFGS stops at the first step that gains little, on some samples of the corpus
 * after three; what it had learned by then differed so much from fit to fit that no calibration
 * held.
 */
final class LinearTrainer {

  /** A feature of fewer posts is left out. */
  private static final int CUTOFF = 2;

  /** How far the gradient must have fallen, in proportion to where it began. */
  private static final double TOLERANCE = 1e-3;

  /**
   * What is to be learned of one post.
   *
   * @param features distinct
   * @param language ISO 639-1
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Example(String outcome, long[] features, String language) {}

  private final List<Example> examples;
  private final List<String> outcomes;
  private final Map<Long, Integer> index = new LinkedHashMap<>();

  private LinearTrainer(List<Example> examples) {
    this.examples = examples;
    this.outcomes = List.copyOf(new TreeSet<>(examples.stream().map(Example::outcome).toList()));
    indexFeatures();
  }

  /**
   * Fits a model that scores each outcome; of two outcomes the last in alphabetical order alone, by
   * the logarithm of its odds.
   *
   * @param cost what an error costs in proportion to the penalty; the more, the closer the fit
   */
  static LinearModel train(List<Example> examples, double cost) {
    var trainer = new LinearTrainer(examples);
    Linear.disableDebugOutput();
    Model fitted =
        Linear.train(trainer.problem(), new Parameter(SolverType.L2R_LR, cost, TOLERANCE));
    return trainer.compact(fitted);
  }

  private void indexFeatures() {
    var counts = new HashMap<Long, Integer>();
    for (Example example : examples) {
      features(example)
          .forEach(feature -> {
            if (counts.merge(feature, 1, Integer::sum) == CUTOFF) {
              index.put(feature, index.size() + 1); // LIBLINEAR counts from 1
            }
          });
    }
  }

  /** Each feature as such and as one of the language. */
  private static LongStream features(Example example) {
    long ofLanguage = LetterHash.of(example.language());
    return Arrays.stream(example.features())
        .flatMap(feature -> LongStream.of(feature, LinearModel.tagged(feature, ofLanguage)));
  }

  private Problem problem() {
    var problem = new Problem();
    problem.l = examples.size();
    problem.n = index.size();
    problem.x = examples.stream().map(this::row).toArray(Feature[][]::new);
    problem.y = examples.stream().mapToDouble(one -> outcomes.indexOf(one.outcome())).toArray();
    return problem;
  }

  private Feature[] row(Example example) {
    return features(example)
        .filter(index::containsKey)
        .mapToInt(index::get)
        .sorted()
        .mapToObj(feature -> new FeatureNode(feature, 1))
        .toArray(Feature[]::new);
  }

  private LinearModel compact(Model fitted) {
    int columns = outcomes.size() == 2 ? 1 : outcomes.size();
    double[] all = fitted.getFeatureWeights(); // a copy each time
    int sign = sign(fitted);
    var weights = new HashMap<Long, float[]>();
    index.forEach((feature, number) -> {
      var ofFeature = new float[columns];
      for (int column = 0; column < columns; column++) {
        double weight = all[(number - 1) * columns + column];
        ofFeature[place(fitted.getLabels()[column], columns)] = (float) (sign * weight);
      }
      weights.put(feature, ofFeature);
    });
    return LinearModel.of(columns == 1 ? outcomes.subList(1, 2) : outcomes, weights);
  }

  private static int place(int label, int columns) {
    return columns == 1 ? 0 : label;
  }

  /** Of two outcomes, the weights speak for that which came first among the examples. */
  private int sign(Model fitted) {
    return outcomes.size() == 2 && fitted.getLabels()[0] == 0 ? -1 : 1;
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
