package org.groundswell.nlp.scoring;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.AbstractEventTrainer;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.GenericModelWriter;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import opennlp.tools.util.ext.ExtensionLoader;
import org.groundswell.nlp.text.PostText;

/**
 * OpenNLP's document categorizer with the features of posts.
 *
 * <p>Thread-safe: {@link DocumentCategorizerME} of OpenNLP 2.5 is not marked so, but holds nothing
 * besides the model and the feature generator; both are only read, and each call works on arrays of
 * its own.
 */
final class Categorizer {

  private static final String ANY_LANGUAGE = "und";

  static {
    // OpenNLP makes feature generators by class name, and only from packages it was told to trust.
    ExtensionLoader.registerAllowedPackage(PostFeatures.class.getPackageName());
  }

  private final AbstractModel model;
  private final DocumentCategorizerME categorizer;

  private Categorizer(AbstractModel model) {
    this.model = model;
    this.categorizer =
        new DocumentCategorizerME(new DoccatModel(ANY_LANGUAGE, model, Map.of(), features()));
  }

  /**
   * Fits a maximum-entropy model by L-BFGS with an L2 penalty. Single-threaded, hence the same
   * samples in the same order make the same model.
   */
  static Categorizer train(List<DocumentSample> samples, double l2Cost) throws IOException {
    var parameters = new TrainingParameters();
    parameters.put(TrainingParameters.ALGORITHM_PARAM, QNTrainer.MAXENT_QN_VALUE);
    parameters.put(
        AbstractEventTrainer.DATA_INDEXER_PARAM, AbstractEventTrainer.DATA_INDEXER_ONE_PASS_VALUE);
    parameters.put(TrainingParameters.CUTOFF_PARAM, 2);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, 200);
    parameters.put(QNTrainer.L1COST_PARAM, 0.0);
    parameters.put(QNTrainer.L2COST_PARAM, l2Cost);
    DoccatModel trained =
        DocumentCategorizerME.train(
            ANY_LANGUAGE, ObjectStreamUtils.createObjectStream(samples), parameters, features());
    return new Categorizer((AbstractModel) trained.getMaxentModel());
  }

  static DocumentSample sample(String category, PostText text) {
    return new DocumentSample(category, tokens(text));
  }

  static Categorizer read(InputStream in) throws IOException {
    return new Categorizer(new GenericModelReader(new BinaryFileDataReader(in)).getModel());
  }

  /**
   * Writes the bare model. OpenNLP's own archive carries the time it was written, so that no two
   * were equal.
   */
  void write(OutputStream out) throws IOException {
    var data = new DataOutputStream(out);
    new GenericModelWriter(model, data).persist();
  }

  /** Returns the likeliest category. */
  String best(PostText text) {
    return categorizer.getBestCategory(categorizer.categorize(tokens(text)));
  }

  /** Returns the logarithm of the odds of a category, before calibration. */
  double logOdds(PostText text, String category) {
    double probability = categorizer.categorize(tokens(text))[categorizer.getIndex(category)];
    return Math.log(probability) - Math.log1p(-probability);
  }

  private static String[] tokens(PostText text) {
    return text.tokens().toArray(String[]::new);
  }

  private static DoccatFactory features() {
    return new DoccatFactory(new FeatureGenerator[] {new PostFeatures()});
  }
}
