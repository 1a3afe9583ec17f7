package org.groundswell.collector.intake;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who took something back. */
public enum DeletionReason {
  @JsonProperty("author-deleted-post")
  AUTHOR_DELETED_POST,
  @JsonProperty("account-deleted")
  ACCOUNT_DELETED,
  @JsonProperty("account-taken-down")
  ACCOUNT_TAKEN_DOWN,
  @JsonProperty("operator")
  OPERATOR
}
