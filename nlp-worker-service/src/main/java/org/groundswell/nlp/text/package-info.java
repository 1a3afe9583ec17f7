/** Makes the text of a post ready for analysis: cleaned, in sentences, in tokens. */
@NullMarked
package org.groundswell.nlp.text;

import org.jspecify.annotations.NullMarked;
