using System.Diagnostics;
using FluentAssertions;
using FluentAssertions.Numeric;
using LabTest.Units;

namespace LabTest.Recording.Assertions;

/// <summary>
/// Assertions on a quantity that was only looked at, such as one that <c>Read</c> gave: nothing is recorded. What is not a valid value (NaN, infinite, SCPI's
/// 9.9E37 and 9.91E37) is neither below nor above anything, and what is equal but for rounding is equal.
/// </summary>
[StackTraceHidden]
public sealed class QuantityAssertions : ComparableTypeAssertions<Quantity, QuantityAssertions>
{
    private readonly Quantity _quantity;

    internal QuantityAssertions(Quantity subject)
        : base(subject) => _quantity = subject;

    /// <summary>It is less.</summary>
    /// <exception cref="LimitException">It is not, or is not a valid value.</exception>
    /// <exception cref="ArgumentException">What it is compared with is not a valid value.</exception>
    public new AndConstraint<QuantityAssertions> BeLessThan(Quantity expected, string because = "", params object[] becauseArgs)
    {
        Require(expected, because, becauseArgs);
        return base.BeLessThan(expected, because, becauseArgs);
    }

    /// <summary>It is less or the same.</summary>
    /// <inheritdoc cref="BeLessThan" path="/exception"/>
    public new AndConstraint<QuantityAssertions> BeLessThanOrEqualTo(Quantity expected, string because = "", params object[] becauseArgs)
    {
        Require(expected, because, becauseArgs);
        return RoundingBounds.IsAbove(_quantity, expected) ? base.BeLessThanOrEqualTo(expected, because, becauseArgs) : new AndConstraint<QuantityAssertions>(this);
    }

    /// <summary>It is more.</summary>
    /// <inheritdoc cref="BeLessThan" path="/exception"/>
    public new AndConstraint<QuantityAssertions> BeGreaterThan(Quantity expected, string because = "", params object[] becauseArgs)
    {
        Require(expected, because, becauseArgs);
        return base.BeGreaterThan(expected, because, becauseArgs);
    }

    /// <summary>It is more or the same.</summary>
    /// <inheritdoc cref="BeLessThan" path="/exception"/>
    public new AndConstraint<QuantityAssertions> BeGreaterThanOrEqualTo(Quantity expected, string because = "", params object[] becauseArgs)
    {
        Require(expected, because, becauseArgs);
        return RoundingBounds.IsBelow(_quantity, expected) ? base.BeGreaterThanOrEqualTo(expected, because, becauseArgs) : new AndConstraint<QuantityAssertions>(this);
    }

    /// <summary>It is between two ends, which are allowed values.</summary>
    /// <inheritdoc cref="BeLessThan" path="/exception"/>
    public new AndConstraint<QuantityAssertions> BeInRange(Quantity minimumValue, Quantity maximumValue, string because = "", params object[] becauseArgs)
    {
        Require(minimumValue, because, becauseArgs);
        Require(maximumValue, because, becauseArgs);
        return RoundingBounds.IsBelow(_quantity, minimumValue) || RoundingBounds.IsAbove(_quantity, maximumValue)
            ? base.BeInRange(minimumValue, maximumValue, because, becauseArgs)
            : new AndConstraint<QuantityAssertions>(this);
    }

    /// <summary>It is below the lower of two ends or above the upper one.</summary>
    /// <inheritdoc cref="BeLessThan" path="/exception"/>
    public new AndConstraint<QuantityAssertions> NotBeInRange(Quantity minimumValue, Quantity maximumValue, string because = "", params object[] becauseArgs)
    {
        Require(minimumValue, because, becauseArgs);
        Require(maximumValue, because, becauseArgs);
        if (!RoundingBounds.IsBelow(_quantity, minimumValue) && !RoundingBounds.IsAbove(_quantity, maximumValue))
            Judgement.Raise($"{_quantity} is between {minimumValue} and {maximumValue}{Judgement.Reason(because, becauseArgs)}.");
        return new AndConstraint<QuantityAssertions>(this);
    }

    private void Require(Quantity expected, string because, object[] becauseArgs)
    {
        if (NoValue.Is(expected))
            throw new ArgumentException($"Nothing can be compared with {expected:G}, which is not a valid value.", nameof(expected));
        if (NoValue.Is(_quantity))
            Judgement.Raise($"{_quantity:G} is not a valid value, so it is neither below nor above {expected}{Judgement.Reason(because, becauseArgs)}.");
    }
}
