package org.groundswell.dashboard.commands;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;

/** Describes, for OpenAPI, what every command takes and answers. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
    required = true,
    content =
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = Remark.class)))
@ApiResponse(responseCode = "202", description = "Kafka has the command")
@ApiResponse(
    responseCode = "400",
    description = "field and value say what is wrong",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@ApiResponse(
    responseCode = "401",
    description = "The token is missing or wrong",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@ApiResponse(
    responseCode = "403",
    description = "Not from there",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@ApiResponse(
    responseCode = "404",
    description = "There is no such alert",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@ApiResponse(
    responseCode = "409",
    description = "It has been dismissed already",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@ApiResponse(
    responseCode = "413",
    description = "The body is too large",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@ApiResponse(
    responseCode = "422",
    description = "The key belongs to another command",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@ApiResponse(
    responseCode = "429",
    description = "Too many; Retry-After says when",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@ApiResponse(
    responseCode = "503",
    description = "Kafka or the database does not answer",
    content = @Content(mediaType = MediaType.APPLICATION_PROBLEM_JSON_VALUE))
@interface TakesRemark {}
