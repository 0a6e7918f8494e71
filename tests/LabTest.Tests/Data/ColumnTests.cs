using LabTest.Data;

namespace LabTest.Tests.Data;

public sealed class ColumnTests
{
    [Fact]
    public void Flags_and_times_may_be_missing()
    {
        var flags = Columns.Of("ok", (bool?[])[true, null, false]);
        var times = Columns.Of("time", (Instant?[])[new Instant(1), null]);

        (flags.NullCount, flags.Value(0), flags.Value(1), flags.Value(2)).Should().Be((1, true, null, false));
        (times.NullCount, times.Value(0), times.Value(1)).Should().Be((1, new Instant(1), null));
    }

    [Fact]
    public void A_time_as_a_quantity_is_in_seconds()
    {
        var times = Columns.Of("time", [new Instant(1_500_000_000)]);

        times.Quantity(0).Should().Be(1.5.Seconds());
        new Table(times)[0]["time"].Should().Be(1500.Milliseconds());
        new Table(times)[0].Time("time").Should().Be(new Instant(1_500_000_000));
    }

    [Fact]
    public void Numbers_are_converted_to_another_unit_and_stay_missing()
    {
        var column = Columns.Of("vout", (double?[])[3300, null], Unit.Parse("mV"));

        var volts = column.To(Unit.Parse("V"));

        volts.Value(0).Should().Be(3.3);
        volts.IsNull(1).Should().BeTrue();
        Columns.Of("t", [25.0], Unit.Parse("°C")).To(Unit.Parse("K")).Number(0).Should().Be(298.15);
        column.Invoking(c => c.To(Unit.Parse("A"))).Should().Throw<UnitMismatchException>().WithMessage("*voltage*current*");
        Columns.Of("board", ["x"]).Invoking(c => c.To(Unit.Parse("A"))).Should().Throw<InvalidOperationException>().WithMessage("*'board' holds texts*");
    }

    [Fact]
    public void Only_numbers_that_files_have_make_a_column()
    {
        FluentActions.Invoking(() => Columns.Of("price", [1m])).Should().Throw<ArgumentException>().WithMessage("*'price' cannot hold Decimal*double*");
        FluentActions.Invoking(() => Columns.Of("c", ['x'])).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => Columns.Of("n", [(nint)1])).Should().Throw<ArgumentException>();
        Columns.Of("h", [(Half)1]).ValueType.Should().Be<Half>();
    }

    [Fact]
    public void Buffers_that_contradict_themselves_are_refused()
    {
        FluentActions.Invoking(() => new TextColumn("t", new[] { 0, 3, 2 }, "abc"u8.ToArray())).Should().Throw<ArgumentException>().WithMessage("*'t'*2 follows 3*");
        FluentActions.Invoking(() => new TextColumn("t", new[] { 0, 4 }, "abc"u8.ToArray())).Should().Throw<ArgumentException>();
        FluentActions.Invoking(() => new FlagColumn("f", new byte[] { 1 }, 9)).Should().Throw<ArgumentException>().WithMessage("*'f' has 9 flags*");
        FluentActions.Invoking(() => new NumberColumn<int>("n", new int[9], Unit.One, new byte[] { 1 })).Should().Throw<ArgumentException>().WithMessage("*'n' has 9 values*8 bits*");
    }

    [Fact]
    public void Values_are_not_copied()
    {
        var values = new[] { 1.0, 2, 3 };
        var column = Columns.Of("x", values);

        values[1] = 20;

        column[1].Should().Be(20);
        ((NumberColumn<double>)column.Rename("y"))[1].Should().Be(20);
    }

    [Fact]
    public void Statistics_have_units()
    {
        var vout = Columns.Of("vout", (double?[])[1, null, 2, 3, double.NaN, 10], Unit.Parse("V"));
        var temperature = Columns.Of("t", [68.0, 77.0], Unit.Parse("°F"));

        new[] { vout.Mean(), vout.Median(), vout.Minimum(), vout.Maximum(), vout.Quantile(0.25), vout.StandardDeviation() }.Should().OnlyContain(q => q.IsNaN, "rows without a value may have been anything");
        vout = (NumberColumn<double>)vout.Valid();
        vout.Mean().Should().Be(4.Volts());
        vout.Median().Should().Be(2.5.Volts());
        (vout.Minimum(), vout.Maximum()).Should().Be((1.Volts(), 10.Volts()));
        vout.Quantile(0.25).Should().Be(1.75.Volts());
        vout.StandardDeviation().In(Unit.Parse("V")).Should().BeApproximately(Math.Sqrt(50 / 3.0), 1e-12);
        temperature.Mean().Unit.Should().Be(Unit.Parse("°F"));
        temperature.StandardDeviation().In(Unit.Parse("K")).Should().BeApproximately(5 / Math.Sqrt(2), 1e-9);
        Columns.Of("p", [10.0, 13.0], Unit.Parse("dBm")).StandardDeviation().Unit.Symbol.Should().Be("dB");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(9.91e37)]
    [InlineData(-9.9e37)]
    public void A_row_without_a_valid_value_is_in_every_statistic_until_it_is_left_out_on_purpose(double none)
    {
        var table = new Table(Columns.Of("x", [1.0, 2, 3, 4]), Columns.Of("y", [1.0, none, 3, 5], Unit.Parse("V")));
        var y = table["y"];

        new[] { y.Mean(), y.Median(), y.Minimum(), y.Maximum(), y.StandardDeviation(), table.Fit("x", "y").Slope, table.Fit("x", "y").Intercept }.Should().OnlyContain(q => q.IsNaN);
        table.Describe()["max"].ToNumbers().Should().Equal(4, double.NaN);
        table.Describe()["count"].ToNumbers().Should().Equal(4, 3);
        (y.Valid().Mean(), y.Valid().Length, table.Valid().RowCount, table.Valid("x").RowCount).Should().Be((3.Volts(), 3, 3, 4));
        table.Valid("x", "y").Fit("x", "y").Slope.In(Unit.Parse("V")).Should().BeApproximately(9 / 7.0, 1e-12);
        table.Resample("x", 0.5)["y"].ToNumbers().Should().Equal(1, double.NaN, double.NaN, double.NaN, 3, 4, 5);
        y.To(Unit.Parse("kV")).Maximum().IsNaN.Should().BeTrue();
    }

    [Fact]
    public void Texts_flags_and_times_are_valid_where_they_are_there()
    {
        var table = new Table(Columns.Of("board", ["A", null, "C"]), Columns.Of("ok", (IReadOnlyList<bool?>)[true, true, null]));

        table.Valid("board")["board"].Value(1).Should().Be("C");
        (table.Valid().RowCount, table["ok"].Valid().Length).Should().Be((1, 2));
    }

    [Fact]
    public void Statistics_of_nothing_are_NaN_and_of_texts_are_refused()
    {
        var nothing = Columns.Of("x", (double?[])[null, double.NaN]);

        new[] { nothing.Mean(), nothing.Median(), nothing.Minimum(), nothing.Maximum(), nothing.StandardDeviation() }.Should().OnlyContain(q => q.IsNaN);
        Columns.Of("board", ["A"]).Invoking(c => c.Mean()).Should().Throw<InvalidOperationException>().WithMessage("*'board' holds texts*");
        nothing.Invoking(c => c.Quantile(1.5)).Should().Throw<ArgumentOutOfRangeException>();
    }
}
