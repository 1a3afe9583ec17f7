package org.groundswell.nlp.scoring;

/** Takes the features of a post one by one, some of them more than once. */
@FunctionalInterface
interface FeatureSink {

  /**
   * Takes one.
   *
   * @param feature the hash that the models know it by
   * @param start index in the post's letters where what it stands for begins
   * @param end index after that
   */
  void accept(long feature, int start, int end);
}
