using System.Globalization;
using FluentAssertions.Execution;
using LabTest.Capabilities;
namespace Attack;

public abstract class Bad(Station station) { protected void Judge(string name = "bad") => station.Record(name, 3.4.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts()); protected void Good(string name = "good") => station.Record(name, 3.3.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts()); }

public sealed class V01_swallow_limit(Station s) : Bad(s) { [Fact] public void T() { try { Judge(); } catch (LimitException) { } Good(); } }
public sealed class V02_swallow_column(Station s) : Bad(s) { [Fact] public async Task T() { var t = await s.Scan("scan", "psu.vdd.voltage", 1.Volts(), 5.Volts(), points: 3).Read("dmm.reading").Run(); try { t["psu.vdd.voltage"].Should().StayWithin(1.Volts(), 2.Volts()); } catch (Exception) { } Good(); } }
public sealed class V03_nan_value(Station s) : Bad(s) { [Fact] public void T() => s.Record("x", double.NaN.Volts()).Should().BeAtMost(5.Volts()); }
public sealed class V03b_nan_swallowed(Station s) : Bad(s) { [Fact] public void T() { Good(); try { s.Record("x", double.NaN.Volts()).Should().BeAtMost(5.Volts()); } catch { } } }
public sealed class V04_nan_limit(Station s) : Bad(s) { [Fact] public void T() => s.Record("x", 1.Volts()).Should().BeAtMost(double.NaN.Volts()); }
public sealed class V04b_nan_limit_swallowed(Station s) : Bad(s) { [Fact] public void T() { Good(); try { s.Record("x", 1.Volts()).Should().BeAtMost(double.NaN.Volts()); } catch { } } }
public sealed class V04c_nan_tolerance(Station s) : Bad(s) { [Fact] public void T() => s.Record("x", 9.Volts()).Should().BeCloseTo(3.3.Volts(), double.NaN.Percent()); }
public sealed class V04d_nan_marginal(Station s) : Bad(s) { [Fact] public void T() => s.Record("x", 3.3.Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts(), marginal: double.NaN.Percent()); }
public sealed class V04e_negative_tolerance(Station s) : Bad(s) { [Fact] public void T() => s.Record("x", 3.3.Volts()).Should().BeCloseTo(3.3.Volts(), (-1).Percent()); }
public sealed class V05_reversed(Station s) : Bad(s) { [Fact] public void T() => s.Record("x", 3.3.Volts()).Should().BeWithin(3.35.Volts(), 3.25.Volts()); }
public sealed class V06_not_awaited(Station s) : Bad(s) { [Fact] public void T() { Good(); s.Measure("rail", "dmm.reading").Should().BeWithin(100.Volts(), 200.Volts()); } }
public sealed class V07_not_awaited_plain(Station s) : Bad(s) { [Fact] public void T() { Good(); _ = s.Measure("rail", "dmm.reading", samples: 3, settle: 1.Milliseconds()); } }
public sealed class V07b_should_without_limit(Station s) : Bad(s) { [Fact] public async Task T() { Good(); s.Measure("rail", "dmm.reading").Should(); await Task.Delay(50); } }
public sealed class V07c_set_not_awaited(Station s) : Bad(s) { [Fact] public void T() { Good(); s.Set("psu.vdd.voltage", 2.Volts()); } }
public sealed class V07d_bad_set_not_awaited(Station s) : Bad(s) { [Fact] public void T() { Good(); s.Set("psu.vdd.voltage", 99.Volts()); } }
public sealed class V07e_failed_assert_not_awaited_then_delay(Station s) : Bad(s) { [Fact] public async Task T() { Good(); s.Measure("rail", "dmm.reading").Should().BeWithin(100.Volts(), 200.Volts()); await Task.Delay(200); } }
public sealed class V07f_role_not_awaited(Station s) : Bad(s) { [Fact] public void T() { Good(); s.Instruments["psu"].As<IOutput>("vdd").Switch(false); } }
public sealed class V07g_refused_role_not_awaited(Station s) : Bad(s) { [Fact] public void T() { Good(); _ = s.Instruments["psu"].As<ISettable>("vdd").Set(99.Volts()); } }
public sealed class V07h_unchecked_not_awaited(Station s) : Bad(s) { [Fact] public void T() { Good(); _ = s.Instruments["psu"].UncheckedWrite("*CLS"); } }
public sealed class V07i_awaiter_dropped(Station s) : Bad(s) { [Fact] public void T() { Good(); s.Set("psu.vdd.voltage", 2.Volts()).GetAwaiter(); } }
public sealed class V07j_failed_task_in_field(Station s) : Bad(s) { private Task? _kept; [Fact] public void T() { Good(); _kept = s.Set("psu.vdd.voltage", 99.Volts()).AsTask(); } }
public sealed class V07k_scan_never_run(Station s) : Bad(s) { [Fact] public void T() { Good(); _ = s.Scan("scan", "psu.vdd.voltage", 1.Volts(), 2.Volts(), points: 2).Read("dmm.reading"); } }
public sealed class V07l_awaited_together(Station s) : Bad(s) { [Fact] public async Task T() { Good(); await Task.WhenAll(s.Set("psu.vdd.voltage", 2.Volts()), s.Instruments["psu"].As<IOutput>("vdd").Switch(false), s.Read("dmm.reading")); } }
public sealed class V07m_end_only_called_back(Station s) : Bad(s) { [Fact] public async Task T() { Good(); s.Set("psu.vdd.voltage", 99.Volts()).GetAwaiter().OnCompleted(() => { }); await Task.Delay(50); } }
public sealed class V08_finally(Station s) : Bad(s) { [Fact] public void T() { try { throw new InvalidOperationException("first"); } finally { Judge(); } } }
public sealed class V08b_finally_return_hidden(Station s) : Bad(s) { [Fact] public void T() { try { try { Judge(); } finally { throw new InvalidOperationException("second"); } } catch (InvalidOperationException) { } Good(); } }
public sealed class V09_skip(Station s) : Bad(s) { [Fact] public void T() { Good(); Assert.Skip("no chamber"); } }
public sealed class V09b_skip_after_swallowed_fail(Station s) : Bad(s) { [Fact] public void T() { try { Judge(); } catch { } Assert.Skip("no chamber"); } }
public sealed class V09c_skip_in_finally_of_fail(Station s) : Bad(s) { [Fact] public void T() { try { Judge(); } finally { Assert.Skip("cleanup says skip"); } } }
public sealed class V09d_skip_static(Station s) : Bad(s) { [Fact(Skip = "static")] public void T() { Judge(); } }
public sealed class V10_ctor_throws : Bad { public V10_ctor_throws(Station s) : base(s) => throw new InvalidOperationException("ctor"); [Fact] public void T() => Good(); }
public sealed class V10b_dispose_throws(Station s) : Bad(s), IDisposable { [Fact] public void T() => Good(); public void Dispose() => throw new InvalidOperationException("dispose"); }
public sealed class V10c_dispose_fails_assert(Station s) : Bad(s), IDisposable { [Fact] public void T() => Good(); public void Dispose() => Judge(); }
public sealed class V10d_dispose_fails_assert_swallowed(Station s) : Bad(s), IDisposable { [Fact] public void T() => Good(); public void Dispose() { try { Judge(); } catch { } } }
public sealed class V10f_ctor_fails_assert_swallowed : Bad { public V10f_ctor_fails_assert_swallowed(Station s) : base(s) { try { Judge("in_ctor"); } catch { } } [Fact] public void T() => Good(); }
public sealed class V10g_body_and_dispose_fail(Station s) : Bad(s), IDisposable { [Fact] public void T() => Judge("body"); public void Dispose() => Judge("dispose"); }
public sealed class V10h_body_fails_dispose_asserts(Station s) : Bad(s), IDisposable { [Fact] public void T() => Judge(); public void Dispose() => Assert.Fail("dispose"); }
public sealed class V10i_body_fails_dispose_throws(Station s) : Bad(s), IDisposable { [Fact] public void T() => Judge(); public void Dispose() => throw new InvalidOperationException("dispose"); }
public sealed class V11_timeout(Station s) : Bad(s) { [Fact(Timeout = 200)] public async Task T() { Good(); await Task.Delay(3000, TestContext.Current.CancellationToken); } }
public sealed class V11b_timeout_unheeded(Station s) : Bad(s) { [Fact(Timeout = 200)] public async Task T() { Good(); await Task.Delay(1500); Good("later"); } }
public sealed class V11c_timeout_swallowed(Station s) : Bad(s) { [Fact(Timeout = 200)] public async Task T() { Good(); try { await Task.Delay(3000, TestContext.Current.CancellationToken); } catch { } } }
public sealed class V12_multiple(Station s) : Bad(s) { [Fact] public void T() => Assert.Multiple(() => Good(), () => Judge(), () => Good("g2")); }
public sealed class V12b_scope(Station s) : Bad(s) { [Fact] public void T() { using var a = new AssertionScope(); Judge(); Good(); } }
public sealed class V12c_scope_discarded(Station s) : Bad(s) { [Fact] public void T() { using var a = new AssertionScope(); Judge(); a.Discard(); Good(); } }
public sealed class V12d_scope_leaked(Station s) : Bad(s) { [Fact] public void T() { var a = new AssertionScope(); Judge(); Good(); } [Fact] public void U() { Judge("after_leak"); } }
public sealed class V13_task_run_late(Station s) : Bad(s) { [Fact] public void T() { Good(); Task.Run(async () => { await Task.Delay(300); try { Judge("late"); } catch { } }); } }
public sealed class V13z_wait(Station s) : Bad(s) { [Fact] public void T() { Thread.Sleep(800); Good(); } }
public sealed class V13c_foreign_thread(Station s) : Bad(s) { [Fact] public void T() { Good(); var t = new Thread(() => { try { Judge("foreign"); } catch { } }); t.UnsafeStart(); t.Join(); } }
public sealed class V14_exit0(Station s) : Bad(s) { [Fact] public void T() { try { Judge(); } catch { } Environment.Exit(0); } }
public sealed class V14b_exit0_output_on(Station s) : Bad(s) { [Fact] public async Task T() { await s.Set("psu.vdd.output", true); Good(); Environment.Exit(0); } }
public sealed class V14c_failfast(Station s) : Bad(s) { [Fact] public void T() { Good(); Environment.FailFast("x"); } }
public sealed class V14d_stack_overflow(Station s) : Bad(s) { static int F(int i) => F(i + 1) + 1; [Fact] public void T() { Good(); F(0); } }
public sealed class V14e_background_throw(Station s) : Bad(s) { [Fact] public void T() { Good(); new Thread(() => throw new InvalidOperationException("background")).Start(); Thread.Sleep(500); } }
public sealed class V17_empty_column(Station s) : Bad(s) { [Fact] public void T() { Good(); var t = new Table(Columns.Of("v", Array.Empty<double>(), Unit.Parse("V"))); s.Record("tab", t); t["v"].Should().StayWithin(1.Volts(), 2.Volts()); } }
public sealed class V17b_missing_column(Station s) : Bad(s) { [Fact] public void T() { Good(); var t = new Table(Columns.Of("v", (double?[])[1.5, null], Unit.Parse("V"))); t["v"].Should().StayWithin(1.Volts(), 2.Volts()); } }
public sealed class V17c_unrecorded_column_swallowed(Station s) : Bad(s) { [Fact] public void T() { Good(); var t = new Table(Columns.Of("v", new double[] { 9 }, Unit.Parse("V"))); try { t["v"].Should().StayWithin(1.Volts(), 2.Volts()); } catch { } } }
public sealed class V17d_where_all_gone(Station s) : Bad(s) { [Fact] public async Task T() { Good(); var t = await s.Scan("scan", "psu.vdd.voltage", 1.Volts(), 5.Volts(), points: 3).Read("dmm.reading").Run(); t.Where(r => r["psu.vdd.voltage"] > 100.Volts())["dmm.reading"].Should().StayWithin(1.Volts(), 2.Volts()); } }
public sealed class V17f_fit_nan(Station s) : Bad(s) { [Fact] public void T() { var t = new Table(Columns.Of("x", new double[] { 1, 1 }, Unit.Parse("A")), Columns.Of("v", new double[] { 9, 9 }, Unit.Parse("V"))); s.Record("slope", t.Fit("x", "v").Slope).Should().BeAtMost(Quantity.Parse("1 V/A")); } }
public sealed class V18_empty_array(Station s) : Bad(s) { [Fact] public void T() { Good(); s.Record("arr", Array.Empty<double>(), Unit.Parse("V")).Should().BeWithin(1.Volts(), 2.Volts()); } }
public sealed class V18b_array_nan(Station s) : Bad(s) { [Fact] public void T() { Good(); s.Record("arr", new[] { 1.5, double.NaN }, Unit.Parse("V")).Should().BeWithin(1.Volts(), 2.Volts()); } }
public sealed class V18c_table_limit(Station s) : Bad(s) { [Fact] public void T() { Good(); s.Record("flag", true).Should().BeWithin(0.Volts(), 2.Volts()); } }
public sealed class V19_inf(Station s) : Bad(s) { [Fact] public void T() { s.Record("x", double.PositiveInfinity.Volts()).Should().BeAtLeast(1.Volts()); } }
public sealed class V19b_overload_number(Station s) : Bad(s) { [Fact] public void T() { s.Record("x", 9.91e37.Volts()).Should().BeAtLeast(1.Volts()); } }
public sealed class V19c_inf_limit(Station s) : Bad(s) { [Fact] public void T() { s.Record("x", 9.Volts()).Should().BeWithin(double.NegativeInfinity.Volts(), double.PositiveInfinity.Volts()); } }
public sealed class V19d_quotient_of_overload(Station s) : Bad(s) { [Fact] public void T() { Good(); s.Record("ratio", 1.Volts() / double.PositiveInfinity.Volts()).Should().BeAtMost(5); } }
public sealed class V19e_difference_of_overloads(Station s) : Bad(s) { [Fact] public void T() { Good(); s.Record("drop", 9.9e37.Volts() - 9.9e37.Volts()).Should().BeAtMost(5.Volts()); } }
public sealed class V19f_mean_with_overload(Station s) : Bad(s) { [Fact] public void T() { Good(); s.Record("mean", (9.9e37.Volts() + 1.Volts()) / 2).Should().BeAtLeast(5.Volts()); } }
public sealed class V19g_overload_in_another_unit(Station s) : Bad(s) { [Fact] public void T() { Good(); s.Record("level", 9.9e37.Watts().To("dBm")).Should().BeAtLeast(Quantity.Parse("5 dBm")); } }
public sealed class V19h_greatest_of_rows_without_value(Station s) : Bad(s) { [Fact] public void T() { Good(); var t = new Table(Columns.Of("v", (double?[])[1.5, null, double.NaN], Unit.Parse("V"))); s.Record("max", t["v"].Maximum()).Should().BeAtMost(2.Volts()); } }
public sealed class V19i_slope_of_rows_without_value(Station s) : Bad(s) { [Fact] public void T() { Good(); var t = new Table(Columns.Of("x", [0.0, 1, 2]), Columns.Of("v", [1, double.NaN, 1], Unit.Parse("V"))); s.Record("slope", t.Fit("x", "v").Slope).Should().BeAtMost(2.Volts()); } }
public sealed class V19j_greatest_of_valid_rows(Station s) : Bad(s) { [Fact] public void T() { var t = new Table(Columns.Of("v", (double?[])[1.5, null, double.NaN], Unit.Parse("V"))); s.Record("max", t["v"].Valid().Maximum()).Should().BeAtMost(2.Volts()); } }
public sealed class V20_explicit(Station s) : Bad(s) { [Fact(Explicit = true)] public void T() => Judge(); }
public sealed class V21_nothing(Station s) { [Fact] public void T() { } }
public sealed class V22_not_throw(Station s) : Bad(s) { [Fact] public void T() { Action a = () => Judge(); a.Should().Throw<LimitException>(); Good(); } }
public sealed class V28_retry(Station s) : Bad(s) { [Fact] public void T() { for (var i = 0; i < 3; i++) { try { s.Record("x", (3.4 - 0.05 * i).Volts()).Should().BeWithin(3.25.Volts(), 3.35.Volts()); break; } catch (LimitException) { } } } }
public sealed class V34_fixture_throws(V34_fixture_throws.F f, Station s) : Bad(s), IClassFixture<V34_fixture_throws.F> { public sealed class F { public F() => throw new InvalidOperationException("fixture"); } [Fact] public void T() => Good(); }
public sealed class V36_cancel_thrown(Station s) : Bad(s) { [Fact] public void T() { Good(); throw new OperationCanceledException("mine"); } }
public sealed class V39_units(Station s) : Bad(s) { [Fact] public void T() => s.Record("x", 1.Volts()).Should().BeAtMost(2.Amperes()); }
public sealed class V40_swallowed_transport(Station s) : Bad(s) { [Fact] public async Task T() { Good(); try { await s.Measure("rail", "dmm.readingg").Should().BeWithin(1.Volts(), 2.Volts()); } catch { } } }
public sealed class V41_theory_throw(Station s) : Bad(s) { public static IEnumerable<object[]> Rows() => throw new InvalidOperationException("no data"); [Theory, MemberData(nameof(Rows))] public void T(int i) => Good(); }
public sealed class V41b_theory_empty(Station s) : Bad(s) { public static IEnumerable<object[]> Rows() => []; [Theory, MemberData(nameof(Rows))] public void T(int i) => Good(); }
public sealed class V42_pass_ok(Station s) : Bad(s) { [Fact] public void T() => Good(); }
public sealed class V43_regex_limit(Station s) : Bad(s) { [Fact] public void T() => s.Record("t", new string('a', 40) + "!").Should().Match("(a+)+$"); }
public sealed class V44_same_name(Station s) : Bad(s) { [Fact] public void T() { Good("x"); s.Record("x", 3.4.Volts()); } }
public sealed class V45_huge_text(Station s) : Bad(s) { [Fact] public void T() { s.Record("t", new string('x', 5_000_000)); s.Record("</script><script>alert(1)</script>", "\u202e\0\u0001\ud800 lone").Should().Be("x"); } }
