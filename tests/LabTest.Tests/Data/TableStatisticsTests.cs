using System.Globalization;
using System.Text.Json;
using LabTest.Data;
using LabTest.Testing.Foreign;

namespace LabTest.Tests.Data;

/// <summary>Statistics, fits and resampling, held against NumPy.</summary>
public sealed class TableStatisticsTests
{
    private const string Script = """
        import json, sys
        import numpy as np
        xs, ys, at = (np.array(a) for a in json.loads(sys.argv[1]))
        (slope, intercept), covariance = np.polyfit(xs, ys, 1, cov=True)
        order = np.argsort(xs)
        q = np.percentile(ys, [0, 25, 50, 75, 100])
        r = np.corrcoef(xs, ys)[0, 1]
        print(json.dumps(dict(
            describe=[len(ys), ys.mean(), ys.std(ddof=1), *q],
            fit=[slope, intercept, r * r, covariance[0, 0] ** 0.5],
            interp=list(np.interp(at, xs[order], ys[order])))))
        """;

    private static readonly Unit Ampere = Unit.Parse("A");

    [Theory]
    [InlineData(1, 1e-3, 0)]
    [InlineData(2, 1, 3.3)]
    [InlineData(3, 1e6, -1e7)]
    public async Task Describes_fits_and_resamples_as_numpy_does(int seed, double scale, double offset)
    {
        var random = new Random(seed);
        var xs = Enumerable.Range(0, 200).Select(_ => offset + scale * random.NextDouble()).ToArray();
        var ys = xs.Select(x => 2 * x + 0.1 * scale * random.NextDouble()).ToArray();
        var table = new Table(Columns.Of("load", xs, Ampere), Columns.Of("vout", ys, Unit.Parse("V")));
        var step = (xs.Max() - xs.Min()) / 33.3;

        var even = table.Resample("load", new Quantity(step, Ampere));
        var summary = table.Describe();
        var fit = table.Fit("load", "vout");

        even["load"].ToNumbers().Should().Equal(Enumerable.Range(0, 34).Select(i => xs.Min() + i * step));
        using var answer = JsonDocument.Parse(await ForeignTool.H5py.Run(Script, JsonSerializer.Serialize(new[] { xs, ys, even["load"].ToNumbers() })));
        double[] Answer(string name) => [.. answer.RootElement.GetProperty(name).EnumerateArray().Select(e => e.GetDouble())];
        Near(even["vout"].ToNumbers(), Answer("interp"), 1e-12);
        Near([.. new[] { "count", "mean", "std", "min", "q25", "median", "q75", "max" }.Select(c => summary[c].Number(1))], Answer("describe"), 1e-12);
        Near([fit.Slope.Value, fit.Intercept.Value, fit.RSquared, fit.SlopeError!.Value.Value], Answer("fit"), 1e-6);
    }

    [Fact]
    public void A_line_over_times_keeps_their_nanoseconds()
    {
        const long start = 1_790_000_000_000_000_000;
        var table = new Table(
            new TimeColumn("time", Enumerable.Range(0, 100).Select(i => start + i * 10L).ToArray()),
            Columns.Of("v", Enumerable.Range(0, 100).Select(i => 1 + i * 1e-3).ToArray(), Unit.Parse("V")));

        var fit = table.Fit("time", "v");

        fit.Slope.In(Unit.Parse("V/s")).Should().BeApproximately(1e5, 1e-6);
        fit.RSquared.Should().BeApproximately(1, 1e-12);
    }

    [Fact]
    public void A_slope_of_temperatures_is_per_kelvin()
    {
        var table = new Table(
            Columns.Of("t", [68.0, 77.0, 86.0], Unit.Parse("°F")),
            Columns.Of("v", [1.0, 1.5, 2.0], Unit.Parse("V")),
            Columns.Of("p", [1.0, 2.0, 3.0], Unit.Parse("dBm")));

        table.Fit("t", "v").Slope.In(Unit.Parse("V/K")).Should().BeApproximately(0.1, 1e-12);
        table.Fit("v", "t").Slope.In(Unit.Parse("K/V")).Should().BeApproximately(10, 1e-12);
        table.Fit("v", "t").Intercept.In(Unit.Parse("°F")).Should().BeApproximately(50, 1e-9);
        table.Invoking(t => t.Fit("t", "p")).Should().Throw<UnitMismatchException>().WithMessage("*'p' is in dBm*Convert*");
    }

    [Fact]
    public void Rows_that_miss_a_value_and_are_left_out_do_not_bend_the_line()
    {
        var table = new Table(
            Columns.Of("x", (double?[])[0, 1, null, 2, 3, double.PositiveInfinity]),
            Columns.Of("y", (double?[])[1, 3, 100, null, 7, 0]));

        var fit = table.Valid("x", "y").Fit("x", "y");

        fit.Slope.Value.Should().BeApproximately(2, 1e-12);
        fit.Intercept.Value.Should().BeApproximately(1, 1e-12);
        table.Fit("x", "y").Slope.IsNaN.Should().BeTrue();
    }

    [Fact]
    public void A_line_needs_two_places()
    {
        var table = new Table(Columns.Of("x", [2.0, 2.0]), Columns.Of("y", [1.0, 2.0]), Columns.Of("board", ["A", "B"]));

        table.Invoking(t => t.Fit("x", "y")).Should().Throw<ArgumentException>().WithMessage("*two rows with different values of 'x'*");
        table.Invoking(t => t.Fit("x", "board")).Should().Throw<ArgumentException>().WithMessage("*'board': it holds texts*");
        table.Fit("y", "x").RSquared.Should().Be(double.NaN);
        table.Fit("y", "x").SlopeError.Should().BeNull();
    }

    [Fact]
    public void Resampling_over_times_gives_times()
    {
        const long start = 1_790_000_000_000_000_001;
        var table = new Table(
            Columns.Of("v", [4.0, 0.0, 2.0], Unit.Parse("V")),
            new TimeColumn("time", new[] { start + 4_000, start, start + 2_000 }),
            Columns.Of("ok", [true, true, false]));

        var even = table.Resample("time", 1.Microseconds());

        even.Columns.Select(c => c.Name).Should().Equal("v", "time");
        even["time"].Should().BeOfType<TimeColumn>().Which.Values.ToArray().Should().Equal(start, start + 1000, start + 2000, start + 3000, start + 4000);
        even["v"].ToNumbers().Should().Equal(0, 1, 2, 3, 4);
        even["v"].Unit.Should().Be(Unit.Parse("V"));
        table.Invoking(t => t.Resample("time", 1.Volts())).Should().Throw<UnitMismatchException>();
    }

    [Fact]
    public void Resampling_along_a_temperature_takes_kelvin_and_carries_times_along()
    {
        var table = new Table(
            Columns.Of("t", [20.0, 30.0], Unit.Parse("°C")),
            new TimeColumn("time", new[] { 1_000L, 2_000 }));

        var even = table.Resample("t", 5.Kelvin());

        even["t"].ToNumbers().Should().Equal(20, 25, 30);
        even["time"].Value(1).Should().Be(new Instant(1500));
        table.Invoking(t => t.Resample("t", 5.Celsius())).Should().Throw<UnitMismatchException>().WithMessage("*kelvin*");
    }

    [Fact]
    public void Nothing_is_guessed_outside_what_was_measured()
    {
        var table = new Table(
            Columns.Of("x", [0.0, 1, 2, 3, 4]),
            Columns.Of("y", (double?[])[null, 10, null, 30, null]),
            Columns.Of("none", new double?[5]));

        var even = table.Resample("x", 0.5);

        even["y"].ToNumbers().Should().Equal(double.NaN, double.NaN, 10, 15, 20, 25, 30, double.NaN, double.NaN);
        even["y"].NullCount.Should().Be(4);
        even["none"].NullCount.Should().Be(9);
    }

    [Fact]
    public void Rows_at_one_place_count_with_their_mean()
    {
        var table = new Table(Columns.Of("x", [0.0, 1, 1, 2]), Columns.Of("y", [0.0, 2, 4, 0]));

        table.Resample("x", 0.5)["y"].ToNumbers().Should().Equal(0, 1.5, 3, 1.5, 0);
    }

    [Fact]
    public void Means_lose_nothing_between_two_places()
    {
        var table = new Table(
            Columns.Of("time", Enumerable.Range(0, 1000).Select(i => i * 0.01).ToArray(), Unit.Parse("s")),
            Columns.Of("v", Enumerable.Range(0, 1000).Select(i => i is >= 200 and < 300 ? double.NaN : i % 2 * 2.0).ToArray(), Unit.Parse("V")));

        var coarse = table.Resample("time", 1.Seconds(), Resampling.Mean);

        coarse["v"].ToNumbers().Should().Equal(1, 1, double.NaN, 1, 1, 1, 1, 1, 1, 1);
        coarse["v"].NullCount.Should().Be(1);
    }

    [Fact]
    public void An_interval_that_makes_no_table_is_refused()
    {
        var table = new Table(Columns.Of("x", [0.0, 1.0]), Columns.Of("board", ["A", "B"]));

        table.Invoking(t => t.Resample("x", 0)).Should().Throw<ArgumentException>().WithMessage("*above zero*");
        table.Invoking(t => t.Resample("x", 1e-9)).Should().Throw<ArgumentException>().WithMessage("*longer interval*");
        table.Invoking(t => t.Resample("board", 1)).Should().Throw<ArgumentException>().WithMessage("*'board'*texts*");
        new Table(Columns.Of("x", Array.Empty<double>())).Invoking(t => t.Resample("x", 1)).Should().Throw<ArgumentException>().WithMessage("*no rows*");
    }

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-9.9e37)]
    [InlineData(9.91e37)]
    public void A_row_at_an_unknown_place_is_not_dropped_when_resampling(double? none)
    {
        var volt = Unit.Parse("V");
        var table = new Table(Columns.Of("x", [0, none, 2, none], volt), Columns.Of("y", [1.0, 99, 1, 1]));
        var thousandths = new Table(table["x"].To(Unit.Parse("kV")), table["y"]);

        foreach (var how in Enum.GetValues<Resampling>())
        {
            table.Invoking(t => t.Resample("x", 1.Volts(), how)).Should().Throw<ArgumentException>()
                .WithMessage("'x' has no valid value in row 1 and 1 more, so nobody knows between which places they belong. Leave them out on purpose, as in Valid(\"x\").Resample(\"x\", …).*");
            thousandths.Invoking(t => t.Resample("x", 1.Volts(), how)).Should().Throw<ArgumentException>().WithMessage("'x' has no valid value in row 1*");
            table.Valid("x").Resample("x", 1.Volts(), how).RowCount.Should().Be(3);
        }
    }

    [Fact]
    public void A_row_at_an_unknown_time_is_not_dropped_when_resampling()
    {
        var table = new Table(Columns.Of("time", new Instant?[] { new(0), null, new(2_000_000_000) }), Columns.Of("y", [1.0, 99, 1]));

        table.Invoking(t => t.Resample("time", 1.Seconds())).Should().Throw<ArgumentException>().WithMessage("'time' has no valid value in row 1, so*");
    }

    private static void Near(double[] ours, double[] theirs, double relative)
    {
        ours.Should().HaveSameCount(theirs);
        for (var i = 0; i < ours.Length; i++)
            ours[i].Should().BeApproximately(theirs[i], relative * Math.Max(1e-9, theirs.Max(Math.Abs)), i.ToString(CultureInfo.InvariantCulture));
    }
}
